"""Articles that say some of a query: shown behind the hits, marked, and never counted."""

from tests.quality.finding.case import Near, Question

# The articles are those of the other modules.
QUESTIONS = (
    Question(
        "Krankenhaus Kinderstation",
        found="slip_hospital",
        near={"slip_clinic": Near(without="kinderstation")},
        ranked=("slip_hospital slip_clinic",),
    ),
    Question(
        "Streik Lokführer Gutschein",
        near={
            "rail_strike": Near(without="gutschein"),
            "air_strike": Near(without="lokführer"),
        },
        absent="rail_bridge",
    ),
    Question(
        "Bahn Streik Brücke",
        near={
            "rail_strike": Near(without="brücke"),
            "rail_bridge": Near(without="streik"),
            "air_strike": Near(without="bahn brücke"),
        },
        ranked=("rail_strike air_strike", "rail_bridge air_strike"),
    ),
    Question(
        "Lotsen w/5 Reeder",
        near={"near_document": Near(), "near_often": Near(without="reeder")},
    ),
    Question('"massive Truppen" Trommel', near={"troops_plural": Near(without="trommel")}),
    Question("Leuchtturm Wetterstation agency:afp", absent="known_all known_cut known_little"),
    Question("Pegelturm Maler date:2021", near={"day_last": Near(without="maler")}),
    Question("Pegelturm Maler -Silvesterlauf", absent="day_last", found="day_known"),
    Question("Windpark Klage Blasmusik", near={"wind_some": Near(without="klage")}),
    Question("Seehunde Krankenhuas", near={"slip_hospital": Near("seehunde", "Krankenhaus")}),
    Question("Windpark", absent="seals_title mayor_near"),
)
