"""Fit the weights of the models that read dates and headlines.

    python -m tests.benchmarks.fit {date,headline,byline} {text_lines,text_flat} FILE...

Each FILE holds pages with the right answers (see `tests.quality.metadata`). A conditional logit
with a ridge penalty is fitted over the candidates of each page; none of them may be right, too.
Printed are the weights, and the share of pages whose best candidate is right: on the pages
themselves, and in fivefold cross-validation by publisher. Needs numpy.
"""

from __future__ import annotations
