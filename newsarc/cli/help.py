"""newsarc help"""

from __future__ import annotations

import click

from newsarc.cli.output import write

QUERY = """\
WORDS
  Nato Gipfel             both words, in any inflected form (AND, UND, or nothing)
  Nato OR Kreml           at least one of them (ODER, |)
  Nato -Putin             the first without the second (NOT, NICHT)
  Nato (Kreml OR Moskau)  brackets; nearness binds first, then NOT, AND, OR
  Nato-Gipfel  AT&T       the words side by side, or joined, in any inflected form
  Lehrer*innen LehrerIn   Lehrer and Lehrerinnen, however they are written
  "Nato-Gipfel" =Gipfel   exactly this form; also „…“ and »…«
  Osterw*  *gipfel  Ma?er any letters, one letter; three letters at least
  Selenskyj~1  Merkel~2   similar: one letter or two are different
  *                       everything

NEARNESS
  Nato w/5 Kreml          at most four words between, in any order (/5, NEAR/5; NEAR is 10)
  Nato pre/5 Kreml        the same, in this order (ADJ/5)
  "Nato Kreml"~5          these forms, at most five other words among them
  Nato w/s Kreml          in one sentence; w/p in one paragraph
  Nato NOT w/5 Kreml      a place of Nato without Kreml near it
  (Nato OR USA) w/5 Ost*  alternatives, phrases and wildcards can be near as well
  *gipfel w/5 Kreml       words are near, not parts of compounds: a wildcard takes these in
  atleast3(Nato)          three times or more

FIELDS, in German or English; -source:dpa negates, title:(a OR b) is for each word
  title: kicker: body:    words in the headline, the line above it, the text
  start:                  words in headline, kicker or first paragraph
  author: agency: place:  author:Quast agency:dpa ort:Moskau; genre:Kommentar
  source:dpa,afp          one of these media; source:"Süddeutsche Zeitung"; lang:de
  url: path:              path:2022/**/*.txt, url:tagesschau.de; * is all but a slash, ** all
  id:fe5f  words:>500     the beginning of the id; the length (words:100..200)
  has:author              has:date, source, place, agency, kicker, genre, url
  is:truncated            is:undated, is:live, is:correction

DATES
  date:2022-01            2022, 2022-Q1, 2022-W05, 2022-02-02, 2.2.2022, "Februar 2022",
                          heute, gestern, "letzte Woche", 7d 3w 2m 1y ago
  date:2022-01..2022-03   2022-01.. and ..2022-03, 2022-01/2022-03, [2022-01 TO 2022-03],
                          >=2022-01, <2022-03
  since:2022 until:2022   from its first moment; to its last (seit, ab, after; bis)
  before:2022             before its first moment (vor)
  updated: added:         the date of the last update; of the first ingestion, in UTC

Operators are written in capitals; case and accents make no difference, ß is ss. Every text is
a query: what had to be mended is told on stderr, ▲ shows where. --explain shows how a query
was read."""

TOPICS = {"query": QUERY}


@click.command("help", epilog="Example: newsarc help query")
@click.argument("topic", type=click.Choice(list(TOPICS)))
def command(topic: str) -> None:
    """Explain the language of queries."""
    write(TOPICS[topic].split("\n"))
