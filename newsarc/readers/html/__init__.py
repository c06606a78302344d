"""HTML pages: what a page states, the text of its article, and whether it has one.

`page` reads a page. A map of the folder:

    page         from a page to its document
    decoding     from bytes to text, by what the page declares
    guards       what is refused before it is parsed: bombs of attributes and nodes
    tree         the parsed page, and the lines that a reader sees
    linked_data  the article in the JSON-LD of a page
    stated       what a page claims of its article, in the order in which it is believed
    headings     the headline, by a vote of all that name one; the kicker
    people       the persons among the claimed authors
    when         the dates: stated, else in the lines of the page
    body         the paragraphs of the article
    verdict      whether a page holds an article, and all of it
"""
