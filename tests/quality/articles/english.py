"""The common forms of English pages."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "english_published_with_zone",
        """\
Harbour seals return to Northhaven
Published 3 May 2024 15:47 BST
By Jane Roe
Seals have been seen in the harbour of Northhaven for the first time in thirty years.
Fishermen say the water is cleaner than it was.
""",
        {
            "published": "2024-05-03T15:47+01:00",
            "title": "Harbour seals return to Northhaven",
            "authors": ("Jane Roe",),
        },
    ),
    Case(
        "english_dateline_reuters",
        """\
Harmsen shares jump on takeover report

LONDON (Reuters) - Shares in the shipping group Harmsen rose sharply on Friday.

The company declined to comment on the report.
""",
        {"place": "London", "agency": "Reuters", "title": "Harmsen shares jump on takeover report"},
    ),
    Case(
        "english_updated_month_first",
        """\
Ferry to Gull Sands suspended
Published: May 3, 2021
Last updated: May 4, 2021
The ferry to Gull Sands will not run until the weekend.
An engine needs to be replaced, the operator said.
""",
        {
            "published": "2021-05-03",
            "updated": "2021-05-04",
            "title": "Ferry to Gull Sands suspended",
        },
    ),
    Case(
        "english_several_authors",
        """\
Inside the village that bought its shop
By Anna Fairbrook, Tom Ledley and Priya Nair
The people of Hollowbridge pooled their savings to keep the last shop open.
Each share cost them two hundred pounds.
""",
        {"authors": ("Anna Fairbrook", "Tom Ledley", "Priya Nair")},
    ),
    Case(
        "english_utc_on_one_line",
        flat("""Landslide blocks road to Upper Flue Published 12 January 2022 08:15 UTC A
        landslide has blocked the only road to the village of Upper Flue. Nobody was hurt,
        police said. The road will stay closed for a week."""),
        {
            "published": "2022-01-12T08:15+00:00",
            "title": "Landslide blocks road to Upper Flue",
        },
    ),
    Case(
        "english_headline_beginning_with_by",
        """\
By land and by sea: how Northhaven gets its mail

The mail for Northhaven travels by tractor at low tide and by boat at high tide.

Both crews wear the same badge.
""",
        {"title": "By land and by sea: how Northhaven gets its mail", "authors": ()},
    ),
    Case(
        "english_event_date_in_running_text",
        """\
Lighthouse to open its doors

The lighthouse on Gull Sands will open to visitors on June 12, 2024.

Tickets will be sold at the pier, the council said.
""",
        {"published": None, "title": "Lighthouse to open its doors"},
    ),
    Case(
        "english_half_days_and_a_zone_of_america",
        """\
Beekeepers of Millbrook count their losses
By Jane Roe and John Doe
Published May 3, 2024 at 12:09 a.m. EDT
Beekeepers in Millbrook have lost a third of their colonies in the cold spring.
Some of them will not start again, their association said.
""",
        {
            "published": "2024-05-03T00:09-04:00",
            "title": "Beekeepers of Millbrook count their losses",
            "authors": ("Jane Roe", "John Doe"),
        },
    ),
    Case(
        "english_slashes_in_an_open_order",
        """\
Millbrook votes on its last phone box
01/02/2022
The people of Millbrook will vote on the future of their last phone box.
It has been used as a library since the line was cut.
""",
        {"published": None, "title": "Millbrook votes on its last phone box"},
    ),
    Case(
        "english_dateline_with_day_and_agency",
        """\
Harmsen to close its last shipyard

Posted on August 14, 2017

NORTHHAVEN, Aug 14 (Reuters) - The shipping group Harmsen will close its last yard.

About 300 people work there, a union leader said.
""",
        {
            "published": "2017-08-14",
            "title": "Harmsen to close its last shipyard",
            "place": "Northhaven",
            "agency": "Reuters",
        },
    ),
    Case(
        "english_house_in_the_byline",
        """\
Storm takes the roof off the chapel
By Northhaven Gazette
3 February 2023
The storm on Friday night has taken the roof off the chapel at Upper Flue.
The bell was found in a field the next morning.
""",
        {
            "published": "2023-02-03",
            "title": "Storm takes the roof off the chapel",
            "authors": (),
        },
    ),
    Case(
        "english_role_and_share_bar",
        """\
Share
Save
Tunnel under the Flue opens after nine years
Sarah Miller
Transport correspondent
Published 12 October 2021, 6:30 pm
The tunnel under the river Flue has opened to traffic after nine years of work.
It was meant to cost half as much, the auditors found.
""",
        {
            "published": "2021-10-12T18:30+02:00",
            "title": "Tunnel under the Flue opens after nine years",
            "authors": ("Sarah Miller",),
        },
    ),
)
