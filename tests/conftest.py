"""What all tests share."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.store.contract")

# A property says what is true, not how fast the machine is today. Sixty examples of each keep a
# run short.
settings.register_profile("newsarc", deadline=None, max_examples=60)
settings.load_profile("newsarc")
