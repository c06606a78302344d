"""The common forms of French, Spanish, Italian and Portuguese pages."""

from tests.quality.articles.case import Case, flat

CASES = (
    Case(
        "french_published_and_updated",
        """\
Environnement
Les phoques sont de retour dans la baie de Port-Marin
Publié le 3 mai 2024 à 14h52, mis à jour le 4 mai 2024 à 9h05
Par Anne Dupont
Pour la première fois depuis trente ans, des phoques ont été vus dans la baie de Port-Marin.
Les pêcheurs disent que l'eau est plus propre que dans leur enfance.
""",
        {
            "published": "2024-05-03T14:52+02:00",
            "updated": "2024-05-04T09:05+02:00",
            "title": "Les phoques sont de retour dans la baie de Port-Marin",
            "kicker": "Environnement",
            "authors": ("Anne Dupont",),
        },
    ),
    Case(
        "french_first_of_the_month_and_two_authors",
        """\
Le dernier boulanger de Valbrume ferme sa porte
Par Luc Moreau et Claire Fontaine
Mardi 1er mars 2022
Après quarante ans au four, Marcel éteint la lumière de sa boutique.
Dans le village, les habitants devront désormais aller chercher leur pain à la ville.
""",
        {
            "published": "2022-03-01",
            "title": "Le dernier boulanger de Valbrume ferme sa porte",
            "authors": ("Luc Moreau", "Claire Fontaine"),
        },
    ),
    Case(
        "french_slashes_with_the_day_first",
        """\
La tempête coupe la route des falaises

04/05/2023 - 18:40

La route des falaises est fermée depuis la nuit, car des arbres sont tombés sur la chaussée.

Les pompiers de Port-Marin sont sur place avec une grue.
""",
        {
            "published": "2023-05-04T18:40+02:00",
            "title": "La tempête coupe la route des falaises",
        },
    ),
    Case(
        "french_dateline_of_an_agency_on_one_line",
        flat("""Un incendie détruit le marché couvert Publié le 12 février 2021 PORT-MARIN (AFP) -
        Un incendie a détruit dans la nuit le marché couvert de la ville. Les commerçants, qui
        avaient tout rangé pour la fête, ne sont pas blessés."""),
        {
            "published": "2021-02-12",
            "title": "Un incendie détruit le marché couvert",
            "agency": "AFP",
        },
    ),
    Case(
        "french_event_date_in_running_text",
        """\
Le phare ouvre ses portes aux visiteurs

Le phare de Valbrume sera ouvert aux visiteurs le 12 juin 2024 pour une seule journée.

Les billets sont en vente à la mairie et dans les deux librairies.
""",
        {"published": None, "title": "Le phare ouvre ses portes aux visiteurs"},
    ),
    Case(
        "spanish_published_with_time",
        """\
Los pescadores de Villamar estrenan barco
Publicado el 4 de mayo de 2022 a las 14:52
Por María García
El nuevo barco de los pescadores de Villamar salió por primera vez del puerto con la marea.
La cofradía lo pagó con los ahorros de diez años y con una rifa.
""",
        {
            "published": "2022-05-04T14:52+02:00",
            "title": "Los pescadores de Villamar estrenan barco",
            "authors": ("María García",),
        },
    ),
    Case(
        "spanish_weekday_and_updated_alone",
        """\
Cierran el puente viejo por las lluvias
Actualizado el miércoles, 16 de noviembre de 2022
El puente viejo de Riosanto está cerrado desde la noche por las lluvias de los últimos días.
Los vecinos cruzan el río en una barca que el ayuntamiento ha puesto para ellos.
""",
        {
            "published": "2022-11-16",
            "updated": "2022-11-16",
            "title": "Cierran el puente viejo por las lluvias",
        },
    ),
    Case(
        "spanish_slashes_and_two_authors",
        """\
Una escuela de Riosanto enseña a leer las nubes
Por Juan Pérez y Lucía Romero
07/09/2021
En la escuela de Riosanto los niños aprenden a leer las nubes con un viejo marinero.
El próximo año quieren construir una estación con los padres y las madres.
""",
        {
            "published": "2021-09-07",
            "title": "Una escuela de Riosanto enseña a leer las nubes",
            "authors": ("Juan Pérez", "Lucía Romero"),
        },
    ),
    Case(
        "portuguese_published_and_updated",
        """\
Ilha de Gaivotas recebe a primeira biblioteca
Por João Silva
Publicado em 02/03/2023 às 10h05 - Atualizado em 03/03/2023 às 9h10
A Ilha de Gaivotas não tinha uma biblioteca, e as crianças iam de barco até ao continente.
Agora os livros estão na antiga casa do faroleiro, com vista para o porto.
""",
        {
            "published": "2023-03-02T10:05+01:00",
            "updated": "2023-03-03T09:10+01:00",
            "title": "Ilha de Gaivotas recebe a primeira biblioteca",
            "authors": ("João Silva",),
        },
    ),
    Case(
        "portuguese_weekday_and_month_name",
        """\
Padeiros de Montalvo voltam ao forno de lenha

terça-feira, 3 de janeiro de 2023

Os padeiros de Montalvo voltaram ao forno de lenha, porque a luz não para de subir.

O pão da vila, dizem os clientes, nunca foi tão bom como agora.
""",
        {
            "published": "2023-01-03",
            "title": "Padeiros de Montalvo voltam ao forno de lenha",
        },
    ),
    Case(
        "italian_published_with_time_and_author",
        """\
Cronaca
Tornano i delfini nel golfo di Pietralba
Pubblicato il 4 maggio 2022 alle 14:52
di Marco Bianchi
I delfini sono tornati nel golfo di Pietralba, che dopo i lavori del porto era rimasto vuoto.
I pescatori della città li seguono con le barche e sono felici come bambini.
""",
        {
            "published": "2022-05-04T14:52+02:00",
            "title": "Tornano i delfini nel golfo di Pietralba",
            "authors": ("Marco Bianchi",),
        },
    ),
    Case(
        "italian_last_change_beside_its_publication",
        """\
Il treno della neve riparte da Montefosco
Pubblicato: 8 dicembre 2019
Ultima modifica: 9 dicembre 2019, ore 18:30
Il treno della neve, che era fermo dal tempo della guerra, è ripartito da Montefosco.
Nel primo viaggio i posti della carrozza sono stati venduti in dieci minuti.
""",
        {
            "published": "2019-12-08",
            "updated": "2019-12-09T18:30+01:00",
            "title": "Il treno della neve riparte da Montefosco",
        },
    ),
    Case(
        "italian_slashes_on_one_line",
        flat("""Riapre il museo del sale 05/04/2022 di Giulia Ferri Il museo del sale di Pietralba
        ha riaperto le sale della vecchia fabbrica, che sono rimaste chiuse alla città per nove
        anni. Il biglietto costa cinque euro."""),
        {
            "published": "2022-04-05",
            "title": "Riapre il museo del sale",
            "authors": ("Giulia Ferri",),
        },
    ),
)
