"""From what a query means to SQL and the language of FTS5.

`plan.plan` is the door. What FTS5 can say becomes one MATCH: words in `tokens`, `w/5` in `near`,
all of it in `match`. What it cannot say (`w/s`, an order, `NOT w/5`, `atleast3`) is a *question*:
`questions` numbers them, and `answers.verdicts` answers them from the positions of words
(`positions.stretches`, with the ends of sentences from `positions.bounds`) before the SQL asks.
Filters become SQL in `filters`.
"""
