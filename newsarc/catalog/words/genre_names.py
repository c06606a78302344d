"""The names of genres, such as `Kommentar` and `Interview`, by language.

Every entry is a regular expression and is matched without case. To add a language, add it to
`GENRE_NAMES`. The rules that use these names are in `genre`.
"""

from __future__ import annotations

from msgspec import Struct


class GenreNames(Struct, frozen=True):
    """What articles of each genre are called in one language."""

    commentary: tuple[str, ...]
    analysis: tuple[str, ...]
    interview: tuple[str, ...]
    ticker: tuple[str, ...]
    correction: tuple[str, ...]
    # Lower-case words within the noun phrase that may follow a name, as in
    # `Interview mit dem Minister für Verkehr`.
    joining: tuple[str, ...]


GERMAN = GenreNames(
    commentary=(r"(?:gast)?kommentar|leitartikel|glosse|kolumne|gastbeitrag|meinung|standpunkt",),
    analysis=(r"analyse",),
    interview=(r"interview",),
    ticker=(r"(?:live|news|nachrichten)[ -]?(?:ticker|blog)",),
    correction=(r"korrektur|berichtigung|richtigstellung",),
    joining=(
        r"an|am|auf|aus|bei|beim|das|dem|den|der|des|die|für|im|in|mit|nach|und|über|um|von|vom",
        r"vor|zu|zum|zur|dr|prof|ein|eine|einem|einer|eines",
    ),
)

ENGLISH = GenreNames(
    commentary=(r"opinion|commentary|editorial|op-ed|column",),
    analysis=(r"analysis",),
    interview=(r"interview|q ?& ?a",),
    ticker=(r"live[ -]?(?:blog|ticker|updates)",),
    correction=(r"corrections?",),
    joining=(r"a|an|and|at|by|for|from|in|of|on|the|to|with",),
)

GENRE_NAMES = (GERMAN, ENGLISH)
