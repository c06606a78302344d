"""Places: cities of frequent datelines, endings of places, and words that are no place.

A dateline with an agency in brackets needs none of these. One without is believed only if
its place is known here, looks like a place, or is named as one in the text.
"""

from __future__ import annotations

# Cities that datelines name often, by their case-folded names.
CITIES = frozenset(
    name.strip().casefold()
    for name in """
    Aachen, Augsburg, Berlin, Bielefeld, Bochum, Bonn, Bottrop, Braunschweig, Bremen, Bremerhaven,
    Chemnitz, Cottbus, Darmstadt, Dessau, Dortmund, Dresden, Duisburg, Düsseldorf, Erfurt,
    Erlangen, Emden, Flensburg, Frankfurt, Freiburg, Fulda, Fürth, Gelsenkirchen, Gera, Gießen,
    Görlitz, Göttingen, Greifswald, Gütersloh, Hagen, Hamburg, Hameln, Hanau, Hannover,
    Heidelberg, Heilbronn, Herne, Hildesheim, Ingolstadt, Jena, Kaiserslautern, Karlsruhe, Kassel,
    Kiel, Koblenz, Köln, Konstanz, Krefeld, Landshut, Leipzig, Leverkusen, Lübeck, Lüneburg,
    Magdeburg, Mainz, Mannheim, Marburg, Meißen, Memmingen, Mönchengladbach, München,
    Münster, Neubrandenburg, Neuss, Nürnberg, Oberhausen, Offenbach, Oldenburg, Osnabrück,
    Paderborn, Passau, Pforzheim, Pirna, Potsdam, Recklinghausen, Regensburg, Remscheid,
    Reutlingen, Rosenheim, Rostock, Rügen, Saarbrücken, Salzgitter, Schleswig, Schwerin, Siegen,
    Solingen, Speyer, Stade, Stralsund, Straubing, Stuttgart, Suhl, Sylt, Trier, Tübingen, Ulm,
    Unna, Vechta, Weimar, Wiesbaden, Wilhelmshaven, Wismar, Wittenberg, Wolfsburg, Wuppertal,
    Würzburg, Zwickau, Berchtesgaden, Garmisch-Partenkirchen, Castrop-Rauxel, Baden-Baden,
    Idar-Oberstein, Helgoland, Norderney, Karlsbad, Celle, Cuxhaven, Goslar, Gotha, Halle,
    Wien, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Villach, Wels, St. Pölten, Bregenz,
    Dornbirn, Eisenstadt, Steyr, Feldkirch, Kitzbühel, Bern, Basel, Zürich, Genf, Lausanne,
    Luzern, St. Gallen, Winterthur, Davos, Zug, Chur, Lugano, Aarau, Biel, Vaduz, Luxemburg,
    Amsterdam, Den Haag, Rotterdam, Brüssel, Antwerpen, Paris, Lyon, Marseille, Nizza, Cannes,
    Straßburg, Toulouse, Bordeaux, Lille, Évian, Calais, London, Manchester, Liverpool, Edinburgh,
    Glasgow, Belfast, Cardiff, Dublin, Davos, Madrid, Barcelona, Sevilla, Valencia, Palma,
    Palma de Mallorca, Lissabon, Porto, Rom, Mailand, Neapel, Turin, Venedig, Florenz, Bologna,
    Genua, Palermo, L'Aquila, Vatikanstadt, Bozen, Meran, Athen, Thessaloniki, Nikosia, Valletta,
    Kopenhagen, Aarhus, Århus, Stockholm, Göteborg, Malmö, Oslo, Bergen, Helsinki, Reykjavik,
    Tallinn, Riga, Vilnius, Warschau, Krakau, Danzig, Breslau, Łódź, Posen, Prag, Brünn,
    Bratislava, Budapest, Bukarest, Sofia, Belgrad, Sarajevo, Zagreb, Čakovec, Ljubljana,
    Skopje, Tirana, Pristina, Podgorica, Chisinau, Kiew, Kyjiw, Lwiw, Lemberg, Charkiw, Odessa,
    Cherson, Mariupol, Donezk, Minsk, Moskau, St. Petersburg, Sankt Petersburg, Sotschi, Tiflis,
    Eriwan, Baku, Ankara, Istanbul, İstanbul, İzmir, Izmir, Antalya, Çanakkale, Jerusalem,
    Tel Aviv, Gaza, Ramallah, Beirut, Damaskus, Aleppo, Amman, Bagdad, Mossul, Erbil, Teheran,
    Riad, Dschidda, Doha, Dubai, Abu Dhabi, Maskat, Sanaa, Aden, Kabul, Islamabad, Karatschi,
    Lahore, Delhi, Neu-Delhi, Neu Delhi, Mumbai, Kalkutta, Dhaka, Kathmandu, Colombo, Rangun,
    Bangkok, Phnom Penh, Hanoi, Kuala Lumpur, Singapur, Jakarta, Manila, Peking, Shanghai, Wuhan,
    Hongkong, Taipeh, Seoul, Pjöngjang, Tokio, Osaka, Hiroshima, Fukushima, Sydney, Melbourne,
    Canberra, Perth, Auckland, Wellington, Christchurch, Astana, Almaty, Taschkent, Bischkek,
    Kairo, Tripolis, Bengasi, Tunis, Algier, Rabat, Casablanca, Khartum, Addis Abeba, Nairobi,
    Mogadischu, Kampala, Kigali, Kinshasa, Lagos, Abuja, Accra, Dakar, Bamako, Niamey, N'Djamena,
    Ouagadougou, Johannesburg, Pretoria, Kapstadt, Harare, Lusaka, Luanda, Windhuk, Maputo,
    New York, Washington, Los Angeles, San Francisco, San Diego, Chicago, Boston, Philadelphia,
    Miami, Houston, Dallas, Austin, Atlanta, Detroit, Denver, Seattle, Las Vegas, Phoenix,
    New Orleans, Minneapolis, Honolulu, Toronto, Montreal, Ottawa, Vancouver, Quebec,
    Mexiko-Stadt, Mexico-Stadt, Havanna, Kingston, Port-au-Prince, Panama-Stadt, Managua, Bogotá,
    Caracas, Quito, Lima, La Paz, Santiago de Chile, Santiago, Buenos Aires, Montevideo, Asunción,
    Brasília, Brasilia, Rio de Janeiro, São Paulo, Sao Paulo, Cape Canaveral, Augusta, Brussels,
    Rome, Vienna, Geneva, Zurich, Munich, Cologne, Moscow, Kyiv, Warsaw, Prague, Athens, Lisbon,
    Copenhagen, Beijing, Hong Kong, Tokyo, Singapore, Cairo, Tehran, Baghdad, Damascus, New Delhi,
    Mexico City, Vatican City, The Hague, Cape Town, Hof, Hamm, Essen, Worms, Plauen
    """.split(",")
)
# Names of places that are common words, too. Nothing but an agency makes them a place.
COMMON_WORDS = frozenset(
    "au bergen essen halle hamm hof linden plauen posen regen singen stade wald weiden wetter"
    " worms zug".split()
)

# Endings of the names of German places, and those of words that are none.
ENDINGS = (
    *("hausen", "heim", "burg", "furt", "hafen", "haven", "brück", "brücken", "weiler", "dorf"),
    *("kirchen", "ingen", "angen", "stedt", "stett", "stetten", "stadt", "bach", "büttel"),
    *("münde", "rode", "roda", "moor", "bronn", "felde", "walde", "hagen", "nitz", "münster"),
    *("kreuz", "werth", "rath", "zell", "thal", "see", "kow", "strow", "ptow", "ltow", "furth"),
    *("feld", "berg", "bruck", "brunn", "kirch", "sund"),
)
NO_ENDINGS = (
    *("hauptstadt", "innenstadt", "altstadt", "großstadt", "kleinstadt", "partnerstadt"),
    *("hansestadt", "kreisstadt", "heimatstadt", "geisterstadt", "flughafen", "seehafen"),
    *("yachthafen", "jachthafen", "binnenhafen", "pflegeheim", "altenheim", "seniorenheim"),
    *("tierheim", "kinderheim", "wohnheim", "geheim", "daheim", "feriendorf", "bergdorf"),
    *("hüpfburg", "ritterburg", "gingen", "fingen", "fangen", "bringen", "springen", "zwingen"),
    *("dringen", "klingen", "gegangen", "umfeld", "vorfeld", "spielfeld", "schlachtfeld"),
    *("minenfeld", "eisberg", "weinberg", "schuldenberg", "gesund", "schwund", "hakenkreuz"),
    *("übersee", "nordsee", "ostsee", "tiefsee", "hochsee", "stausee", "badesee", "baggersee"),
)
# Endings of common nouns.
NOUNS = (
    *("ung", "heit", "keit", "schaft", "tion", "ismus", "tät", "ment", "nis", "ling", "erei"),
    *("ungen", "heiten", "keiten", "tionen", "bremse", "krise", "streit", "preis", "preise"),
)

# Words of one name that are written small: `Frankfurt am Main`, `Rio de Janeiro`.
PARTICLES = frozenset(
    (
        "am an der im in bei ob vor auf unter über de del do da di du la le les las los el al of"
        " the on upon sur und and den dem y e a. b. d. i. o."
    ).split()
)
# What begins the name of a place of several words.
FIRST_WORDS = frozenset("Bad Sankt St. San Santa Santo São Saint".split())

# Words that begin a sentence or a label, or name a topic. None of them alone is a place.
NO_PLACES = frozenset(
    (
        "Am An Auf Aus Bei Das Dem Den Der Des Die Dies Diese Ein Eine Einen Er Es Für Heute Hier"
        " Ich Ihr Im In Man Mit Nach Neue Neuer Neues Noch Nur Sie So Um Und Unter Vom Von Vor"
        " Warum Was Wenn Wer Wie Wir Wo Zu Zum Zur Über A At For From On The"
        " Analyse Interview Kommentar Update Eilmeldung Meldung Korrektur Berichtigung Überblick"
        " Reportage Porträt Hintergrund Zusammenfassung Vorschau Ausblick Exklusiv Liveticker"
        " Achtung Anzeige Werbung Hinweis Aktuell Video Fotos Bild Foto"
        " Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
        " Stand Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
        " Wirtschaft Politik Sport Kultur Panorama Corona Fußball Boulevard Vermischtes"
    ).split()
)
# Of these, those that begin no name of several words, as `Den Haag` is one.
ARTICLES = frozenset("Der Die Das Ein Eine Einen Dies Diese The A".split())
# Words that begin a sentence behind a dateline.
OPENERS = frozenset(
    (
        "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Eines Kein Keine Am An Auf Aus Bei Beim"
        " Bis Durch Für Gegen Hinter Im In Ins Mit Nach Neben Ohne Seit Trotz Um Unter Vom Von Vor"
        " Wegen Während Zu Zum Zur Zwischen Über Er Sie Es Wir Ich Man Wer Wie Was Wo Wenn Weil Als"
        " Nachdem Obwohl Sein Seine Ihr Ihre Alle Viele Mehr Mehrere Einige Rund Etwa Fast Knapp"
        " Über Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Hunderte Tausende Heute Gestern"
        " Erst Erneut Nun Noch Nur So Schon Jetzt Dieser Diese Dieses Beide Unbekannte"
        " Bundeskanzler Bundespräsident Bundesaußenminister The A An In On At After Two Three"
        " When With For As More Le La Les Un Une Des El Los Il"
    ).split()
)
