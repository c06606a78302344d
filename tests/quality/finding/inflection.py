"""Words in their inflected forms, in German, English, French, and in no known language."""

from tests.quality.finding.case import News, Question

ARTICLES = (
    News(
        "forms_plural",
        "Alte Häuser finden neue Besitzer",
        """\
        In der Altstadt von Seefurt wechseln gleich sechs Häuser den Eigentümer. Die Verträge
        wurden am Freitag unterschrieben, die Ärzte aus dem Erdgeschoss ziehen um.

        Ein Verein kündigte Klagen an.""",
        {"date": "2021-11-05", "source": "Seefurter Anzeiger"},
    ),
    News(
        "forms_singular",
        "Käufer eines Hauses tritt zurück",
        """\
        Wegen eines feuchten Kellers will der Käufer vom Vertrag zurücktreten und ihn kündigen.
        Der Arzt aus Hamburg hatte vor Ort niemanden gefragt.

        Über die Klage entscheidet ein Richter im Mai.""",
        {"date": "2021-12-01", "source": "Altweiler Zeitung"},
    ),
    News(
        "forms_campus",
        "Universität öffnet ihre Sternwarte",
        """\
        Die Universitäten des Landes laden zur langen Nacht ein. In der Kuppel erklären
        Studentinnen den Gästen die Ringe des Saturn.""",
        {"date": "2022-09-17", "source": "Altweiler Zeitung"},
    ),
    News(
        "forms_strong",
        "Bürgermeister ging, der Streit blieb",
        """\
        Er ging, wie er gekommen war: leise. Den Schlüssel gab er im Rathaus ab, dann fuhr er nach
        Hause. Die Beschlüsse seiner letzten Sitzung gelten weiter.""",
        {"date": "2022-10-02", "source": "Küstenbote"},
    ),
    News(
        "forms_english",
        "Mills along the river are closing",
        """\
        Three companies announced on Monday that their factories would close before winter. The
        ministers promised to help workers who lose their jobs.

        A local university offers courses in welding.""",
        {"date": "2022-05-09", "source": "Harbour Gazette", "lang": "en"},
        "ausland",
    ),
    News(
        "forms_french",
        "Les ouvrières de la vallée en grève",
        """\
        Les ouvrières ont manifesté devant les usines de la vallée. Les syndicats demandaient
        l'ouverture de négociations sur les salaires avant la fin du mois.""",
        {"date": "2022-05-12", "source": "Courrier du Lac", "lang": "fr"},
        "ausland",
    ),
    News(
        "forms_unknown",
        "",
        "Kähne: Kiel 4, Rostock 2",
        {"date": "2022-05-13", "lang": ""},
    ),
)

QUESTIONS = (
    Question(
        "Haus",
        found="forms_plural forms_singular",
        absent="forms_french",
        ranked=("forms_plural forms_strong",),
    ),
    Question("Häuser", found="forms_plural forms_singular"),
    Question("Häusern", found="forms_plural forms_singular"),
    Question("Vertrag", found="forms_plural forms_singular"),
    Question("Verträgen", found="forms_plural forms_singular", missing="forms_campus"),
    Question("Arzt", found="forms_plural forms_singular"),
    Question("Klage Vertrag", found="forms_plural forms_singular", missing="forms_strong"),
    Question("kündigen", found="forms_singular"),
    Question("Richters", found="forms_singular", missing="forms_plural"),
    Question("Universitäten", found="forms_campus"),
    Question("Universum", missing="forms_campus"),
    Question("Studentin", found="forms_campus"),
    Question("Sternwarten", found="forms_campus"),
    Question("Beschluss", found="forms_strong", missing="forms_plural"),
    Question("Schlüsseln", found="forms_strong"),
    Question("company factory", found="forms_english", missing="forms_french"),
    Question("closed", found="forms_english"),
    Question("promising jobs", found="forms_english"),
    Question("Minister", found="forms_english", missing="forms_french"),
    Question("universe", missing="forms_english"),
    Question("négociation", found="forms_french"),
    Question("negociations salaire", found="forms_french", missing="forms_english"),
    Question("ouvrière usine", found="forms_french"),
    Question("manifestent", found="forms_french"),
    Question("Kähne Rostock", found="forms_unknown"),
    Question("KAHNE", found="forms_unknown"),
    Question("Kahn Rostock", missing="forms_unknown"),
    Question("schließen", found="swiss"),
    Question("Kiel", found="forms_unknown", missing="forms_plural"),
)
