"""What is known of an article: headline, names, media, addresses, length."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "known_all",
        "Leuchtturm bleibt in Betrieb",
        """\
        Das Leuchtfeuer auf Möwensand wird nicht gelöscht. Die Behörde rüstet die Lampe um.

        Auch der Wärter darf bleiben, er pflegt nun zusätzlich die Wetterstation.""",
        {
            "kicker": "Schifffahrt",
            "date": "2020-06-15",
            "updated": "2020-06-17",
            "source": "Süderländer Tageblatt",
            "agency": "dpa",
            "author": "Jonte Quast",
            "place": "Möwensand",
            "genre": "Kommentar",
            "url": "https://www.suederlaender-tageblatt.example/inseln/leuchtturm-4711.html",
        },
        "archiv/inseln",
    ),
    News(
        "known_other",
        "Wetterdienst schließt Außenstelle",
        """\
        Die Station auf dem Leuchtturm misst künftig allein. Drei Leute ziehen aufs Festland, ihre
        Arbeit übernehmen Sensoren.""",
        {
            "kicker": "Insel in Not",
            "date": "2020-06-20",
            "source": "Küstenbote",
            "agency": "AFP",
            "author": "Wiebke Groß-Quandt",
            "place": "Seefurt",
            "url": "https://kuestenbote.example/wetter/aussenstelle",
        },
        "archiv/wetter",
    ),
    News(
        "known_little",
        "Sturmflut im Liveticker",
        """\
        10.15 Uhr: Das Wasser steigt weiter.

        Der Leuchtturm meldet Windstärke elf, die Fähre bleibt im Hafen, und die Deichwacht rückt
        mit zwanzig Leuten und sechs Fahrzeugen aus.""",
        {"genre": "Liveticker"},
        "archiv/wetter",
    ),
    News(
        "known_cut",
        "Was der Leuchtturm kostet",
        """\
        Die Rechnung ging an den Landkreis, doch dort will niemand zuständig sein.

        Jetzt weiterlesen mit AZ+""",
        {"date": "2020-07", "source": "Altweiler Zeitung"},
        "archiv/inseln",
    ),
)

QUESTIONS = (
    Question("title:Leuchtturm", found="known_all known_cut", missing="known_other known_little"),
    Question("titel:Leuchttürme", found="known_all known_cut", missing="known_other"),
    Question("headline:Leuchtturm", found="known_cut", missing="known_little"),
    Question("body:Leuchtturm", found="known_other known_little", missing="known_cut"),
    Question("text:Leuchtturm", found="known_other", missing="known_cut"),
    Question("kicker:Schifffahrt", found="known_all", missing="known_other"),
    Question("dachzeile:Insel", found="known_other", missing="known_all"),
    Question("start:Leuchtturm", found="known_all known_other", missing="known_little"),
    Question("anfang:Wetterstation", missing="known_all"),
    Question("title:(Leuchtturm Betrieb)", found="known_all", missing="known_cut"),
    Question("title:(Sturmflut OR Betrieb)", found="known_all known_little", missing="known_cut"),
    Question('title:"bleibt in Betrieb"', found="known_all", missing="known_cut"),
    Question("titel:Sturm*", found="known_little", missing="known_all"),
    Question("Leuchtturm -title:Leuchtturm", found="known_other", absent="known_all known_cut"),
    Question("author:Quast", found="known_all east_genitive", absent="known_other"),
    Question("autor:quast Leuchtturm", found="known_all", absent="known_other"),
    Question("von:Groß", found="known_other", absent="known_all"),
    Question("source:Küstenbote Leuchtturm", found="known_other", absent="known_all known_cut"),
    Question("quelle:kustenbote Leuchtturm", found="known_other", absent="known_all"),
    Question('quelle:"Süderländer Tageblatt"', found="known_all", absent="known_other"),
    Question('medium:"SUDERLANDER TAGEBLATT"', found="known_all", absent="known_other"),
    Question('quelle:"Suederlaender Tageblatt"', found="known_all", absent="known_other"),
    Question(
        "source:Küstenbote,Bergblatt",
        found="known_other swiss",
        absent="known_all known_cut known_little",
    ),
    Question("Leuchtturm -source:Küstenbote", found="known_all known_cut", absent="known_other"),
    Question("agency:dpa", found="known_all east_hyphen", absent="known_other"),
    Question("agentur:dpa,afp", found="known_all known_other", absent="known_cut"),
    Question("Leuchtturm -agentur:dpa", found="known_other known_little", absent="known_all"),
    Question("place:Möwensand", found="known_all", absent="known_other"),
    Question("ort:moewensand", found="known_all", absent="known_other"),
    Question("ort:Riga", found="east_apart", absent="known_all"),
    Question("lang:en", found="forms_english rule_english", absent="forms_french known_all"),
    Question("sprache:fr,en", found="forms_english forms_french", absent="known_all"),
    Question("lang:de Bundesregierung", found="rule_federal", absent="rule_english"),
    Question("genre:Kommentar", found="known_all", absent="known_little"),
    Question("genre:liveticker", found="known_little", absent="known_all"),
    Question("url:kuestenbote.example", found="known_other", absent="known_all"),
    Question("url:*/inseln/*", found="known_all", absent="known_other"),
    Question("url:tageblatt.example", found="known_all", absent="known_other"),
    Question("path:archiv/inseln/*.jsonl", found="known_all known_cut", absent="known_other"),
    Question("pfad:archiv/**/*.jsonl", found="known_all known_other", absent="swiss"),
    Question("path:archiv/*.jsonl", absent="known_all known_other"),
    Question("-path:archiv Leuchtfeuer", absent="known_all"),
    Question("id:0efc", found="known_all", absent="known_other"),
    Question("words:<20 Leuchtturm", found="known_cut", absent="known_little"),
    Question("wörter:25..40 Leuchtturm", found="known_little", absent="known_cut"),
    Question("has:author", found="known_all known_other", absent="known_cut known_little"),
    Question("has:autor", found="known_all", absent="known_cut"),
    Question("has:kicker", found="known_all known_other", absent="known_cut"),
    Question("has:url", found="known_all known_other", absent="known_cut"),
    Question("has:date", found="known_all known_cut", absent="known_little"),
    Question("-has:source", found="known_little", absent="known_cut"),
    Question("is:undated", found="known_little", absent="known_all known_cut"),
    Question("is:truncated", found="known_cut", absent="known_all"),
    Question("is:gekürzt Leuchtturm", found="known_cut", absent="known_all"),
    Question("is:live", found="known_little", absent="known_all"),
    Question("tittel:Leuchtturm", note="did you mean title:?"),
)
