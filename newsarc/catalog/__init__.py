"""What a document says about itself: its dates, headline, credits and place, with the evidence.

`read` turns a document into an article. A map of the room:

    article         read: the fields of an article from the claims and the text of a document
    claims          what a document claims, with what it rests on
    evidence        a value with the words that it rests on
    page            what the lines of a web page say, for the reader of pages

    head            splits a text into head and body, in each of its three layouts
    layout          the lines of a text
    headline        which line is the headline: a linear model chooses, by `headline_weights`
    byline          who wrote a text: a linear model chooses among `signatures`, by
                    `byline_features` and `byline_weights`
    signatures      what may be a byline: one rule for each place where a page puts names
    names           the shapes of names
    credit          the agencies and the medium that a text credits, and picture credits
    agencies        the agencies in a credit: `AFP/dpa/Reuters`
    dateline        where a text was written, and for which agency
    medium          the name of a well-known medium at the head of a page
    caption         lines below a picture
    furniture       what a page prints around its article (boilerplate), and its removal
    genre           Kommentar, Interview, Liveticker …
    paywall         whether the text was cut off

    stamps          all dates that a text states for itself, and which of them to believe: a
                    linear model chooses, by `stamp_features` and `stamp_weights`
    ticker          the first and the last entry of a live ticker
    stamp_rules     one rule for each convention of writing them
    model           what the linear models have in common

The words that the rules look for, by language, in the folder `words`:

    stamp_labels    `Stand:`, `Veröffentlicht am`, `Aktualisiert:`, and words of other dates
    furniture_words buttons, links, notices, paywall prompts, `Foto:`
    genre_names     what each genre is called
    first_names     frequent first names
    agency_names    news agencies, their services, and what stands beside them
    media_names     well-known media
    place_names     cities of datelines, endings of places, and words that are none
    wording         makes one regular expression of them
"""

from newsarc.catalog.article import read

__all__ = ["read"]
