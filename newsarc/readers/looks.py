"""How formats look: patterns of the first bytes of a file.

Each takes some microseconds, for every file is looked at by all of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from re import Pattern

# What may stand before the first element of XML or HTML.
# Possessive: a file that begins with many comments is searched once.
_PROLOG = (
    rb"\A(?:\xef\xbb\xbf)?\s*+(?:(?:<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->"
    rb"|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?+>)\s*+)*+"
)


def starts(magic: bytes) -> tuple[Pattern[bytes]]:
    """Return the pattern of a file that begins so."""
    return (re.compile(rb"\A(?:" + magic + rb")", re.DOTALL),)


def root(*names: str) -> tuple[Pattern[bytes]]:
    """Return the pattern of XML by its first element, whatever the prefix of its namespace."""
    choice = "|".join(names).encode()
    return (re.compile(_PROLOG + rb"<(?:\w+:)?(?:" + choice + rb")[\s>/]", re.DOTALL),)


# The headers by which servers begin a message, and below them one that people write.
MAIL = re.compile(
    rb"\A(?:\d{1,9}[ \t]{0,20}\r?\n)?"
    rb"(?:Return-Path|Received|Delivered-To|X-Original-To|X-Mozilla-Status|X-Account-Key"
    rb"|DKIM-Signature|ARC-Seal|Authentication-Results|Message-ID|MIME-Version):"
    rb".*?\n(?:From|Date|Subject|To):[ \t]",
    re.DOTALL | re.IGNORECASE,
)
# The sender and the day above a message in a mailbox; in a text, `From ` begins sentences.
SENDER = re.compile(rb"From \S.{0,300}?\d\d?:\d\d.{0,100}?\b\d{4}")
MAILBOX = re.compile(rb"\A" + SENDER.pattern)
# A header by tabs, as Excel writes it to .txt files, by other delimiters without a blank, or a
# stated delimiter.
TABLE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:\"?sep=[,;|\t]\"?\r?\n"
    rb"|(?=[^\n]{0,500}\b(?:title|titel|headline|text|content|body|inhalt|volltext)\b)"
    rb"(?:[^\t\n]{1,40}(?:\t[^\t\n]{0,40}){2,40}"
    rb"|\"?\w[^\s;]{0,40}(?:;[^\s;]{1,40}){2,40}|\"?\w[^\s,]{0,40}(?:,[^\s,]{1,40}){2,40})\r?\n)",
    re.IGNORECASE,
)
FACTIVA = re.compile(
    rb"<title>\s{0,9}(?:Dow Jones )?Factiva\b"
    rb"|<(?:\w{1,9}:)?(?:PPSResponse|ppsArticleResponse)\b"
)
# A line such as `Dokument 1 von 5` or `1 of 100 DOCUMENTS`.
NEXIS = re.compile(
    rb"^[ \t]{0,80}(?:(?:Dokument|Documento?) \d{1,6} (?:von|of|de|van|di) \d{1,6}"
    rb"|\d{1,6} (?:of|von|de|van|di|sur) \d{1,6} (?:DO[CK]UMENT(?:S|E|EN|OS|I)?))\s{0,9}$",
    re.MULTILINE | re.IGNORECASE,
)
# What stands above an export of Nexis in HTML.
NEXIS_HTML = re.compile(
    rb"<(?:!-- LXNComment|META TOPIC=\"[^\"<>]{0,80}\" DOCUMENTS=\")", re.IGNORECASE
)
