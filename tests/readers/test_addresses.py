from __future__ import annotations

import pytest

from newsarc.readers.addresses import canonical


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://musterblatt.example/a", "https://musterblatt.example/a"),
        ("HTTPS://WWW.Musterblatt.example:443", "https://www.musterblatt.example/"),
        ("//musterblatt.example/a", "https://musterblatt.example/a"),
        ("http://eva:geheim@musterblatt.example:8080/a", "http://musterblatt.example:8080/a"),
        ("https://musterblatt.example/a?utm_source=x&seite=2&fbclid=y", "https://musterblatt.example/a?seite=2"),
        ("https://musterblatt.example/?cid=7&id=8&ref=rss", "https://musterblatt.example/?cid=7&id=8"),
        ("https://musterblatt.example/a#utm_medium=rss", "https://musterblatt.example/a"),
        ("https://musterblatt.example/a#absatz-2", "https://musterblatt.example/a#absatz-2"),
        ("\u200bhttps://musterblatt.example/ä ", "https://musterblatt.example/ä"),
    ],
)  # fmt: skip
def test_an_address_is_kept_without_what_tracks_its_readers(url: str, address: str) -> None:
    assert canonical(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:eva@musterblatt.example",
        "musterblatt.example/a",
        "httpsw//musterblatt.example/a",
        "http://",
        "http:///a",
        "http://[::1",
        "http://musterblatt.example:99999/",
        "https://musterblatt.example/a b",
        "https://musterblatt.example/" + "a" * 9000,
    ],
)
def test_what_is_no_address_of_the_web_is_none(url: str) -> None:
    assert canonical(url) is None


def test_a_part_of_an_address_is_seen_from_a_base() -> None:
    base = "https://musterblatt.example/politik/"

    assert canonical("../sport/1", base) == "https://musterblatt.example/sport/1"
    assert canonical("javascript:alert(1)", base) is None
    assert canonical("httpsw//musterblatt.example/1", base) is None
    assert canonical("1", "kein Ort") is None


def test_an_address_without_tracking_stays_as_it_is() -> None:
    once = canonical("http://musterblatt.example/a?b=1&utm_id=2")

    assert once is not None
    assert canonical(once) == once
