"""Persons' names as bylines write them, told from houses, roles and seats."""

from __future__ import annotations

import re

# Frequent first names of the German-speaking lands and of their newsrooms. They are asked only
# where nothing but its shape says that a line is a name.
FIRST_NAMES = frozenset(
    """
    Achim Adrian Agnes Albert Albrecht Alessandro Alex Alexander Alexandra Alfred Ali Alice
    Alina Alois Amelie Andi Andre Andrea Andreas Andrej André Angela Angelika Anita Anja
    Anka Anke Ann Anna Anne Annegret Annette Annika Anselm Antje Anton Antonia Armin Arne
    Arno Arthur Astrid August Axel Ayse Barbara Bastian Beate Beatrice Ben Benedikt Benjamin
    Bernd Bernhard Bert Bettina Bianca Bill Birgit Birgitta Björn Bob Boris Brigitte Britta
    Bruno Burkhard Carina Carl Carla Carmen Carola Carolin Caroline Carsten Cathrin Cem
    Charlotte Chris Christa Christel Christian Christiane Christin Christina Christine
    Christof Christoph Christopher Clara Claudia Claus Clemens Conny Constanze Cornelia
    Daniel Daniela Danny Dave David Denis Denise Dennis Detlef Detlev Diana Dieter Dietmar
    Dietrich Dirk Dominic Dominik Doris Dorothea Eckart Eckhard Edgar Eileen Elena Elisa
    Elisabeth Elke Ellen Elmar Emil Emily Emma Engin Enrico Eric Erich Erik Erika Ernst
    Esther Eva Evelyn Fabian Fatma Felix Ferdinand Finn Florian Francesco Frank Franz
    Franziska Frauke Fred Frederic Frederik Friederike Friedrich Fritz Gabi Gabriel Gabriela
    Gabriele Georg George Gerald Gerd Gerhard Gero Gert Gesa Gesine Gisela Giulia Gregor
    Guido Gunnar Gunter Gustav Günter Günther Hagen Hanna Hannah Hanne Hannes Hans Harald
    Harry Hartmut Hasan Heidi Heike Heiko Heiner Heinrich Heinz Helena Helene Helga Helge
    Helmut Hendrik Henning Henrik Henry Herbert Hermann Hilde Hinrich Holger Horst Hubert
    Hugo Ina Ines Inga Ingo Ingrid Irene Iris Isabel Isabell Isabella Isabelle Ivan Jack
    Jacob Jacqueline Jakob James Jan Jana Jane Janina Janine Jannik Jannis Jasmin Jason Jean
    Jeanette Jelena Jennifer Jenny Jens Jeremy Jessica Jill Jim Joachim Joana Joanna Jochen
    Joe Johann Johanna Johannes John Jon Jonas Jonathan Josef Josefine Joseph Joshua Judith
    Jule Julia Julian Juliane Julius Juri Justin Jutta Jörg Jörn Jürgen Kai Karen Karin
    Karina Karl Karla Karolin Karoline Karsten Katharina Kathrin Kathy Katja Katrin Kay
    Kerstin Kevin Kilian Kim Kira Kirsten Klara Klaus Konrad Konstantin Konstanze Kristian
    Kristin Kristina Kurt Lara Lars Laura Lea Lena Leo Leon Leona Leonard Leonie Lina Linda
    Lisa Lorenz Louis Louisa Luca Lucas Lucia Ludwig Luis Luisa Luise Lukas Lutz Lydia
    Magdalena Maik Maike Malte Mandy Manfred Manuel Manuela Marc Marcel Marco Marcus Mareike
    Maren Margarete Margit Maria Marian Marianne Marie Marina Mario Marion Marius Mark Marko
    Markus Marlene Marta Martha Martin Martina Marvin Mary Mathias Mats Matthew Matthias
    Mauritz Max Maxi Maximilian Mehmet Meike Melanie Merle Mia Micha Michael Michaela Michel
    Michelle Miguel Mike Mira Miriam Mirjam Mirko Mohamed Monika Monique Moritz Murat
    Mustafa Nadine Nadja Natalia Natalie Nathalie Nick Nico Nicola Nicolai Nicolas Nicole
    Niels Nikolai Nikolas Nikolaus Nils Nina Nora Norbert Olaf Ole Oliver Olivia Oskar Otto
    Pamela Pascal Patricia Patrick Paul Paula Paulina Pauline Peer Peggy Peter Petra Phil
    Philip Philipp Pia Pierre Rafael Rainer Ralf Ralph Ramona Raphael Raphaela Rebecca
    Regina Reiner Reinhard Reinhold Renate René Richard Rita Robert Robin Roland Rolf Roman
    Romy Ronald Ronny Rosa Rudolf Rupert Ruth Rüdiger Sabine Sabrina Samuel Sandra Sara
    Sarah Sascha Saskia Sebastian Selina Sergej Siegfried Sigrid Silke Silvia Simon Simone
    Sina Solveig Sonja Sophia Sophie Stefan Stefanie Steffen Steffi Stella Stephan Stephanie
    Stephen Steve Steven Susan Susann Susanna Susanne Sven Svenja Swantje Swen Sybille
    Sylvia Tamara Tanja Tara Tatjana Teresa Thea Theo Theresa Thilo Thomas Thorben Thorsten
    Till Tilman Tim Timo Tina Tobias Tom Tomas Tommy Toni Torben Torsten Uli Ulla Ulrich
    Ulrike Ursula Uschi Uta Ute Uwe Valentin Valentina Valerie Vanessa Vera Verena Veronika
    Vicky Victor Victoria Viktor Viktoria Vincent Viola Vivian Volker Walter Waltraud Werner
    Wiebke Wilfried Wilhelm Willi William Wolf Wolfgang Wolfram Yannick Yasmin Yvonne Zoe
    Ömer
    """.split()
)

# Words that no person is called by: houses, desks, agencies, roles.
_NO_PERSON = re.compile(
    r"\b(?:redaktion\w*|redakteur\w*|online|zeitung|verlag|team|agentur\w*"
    r"|nachrichten\w*|news\w*|presse\w*|medien\w*|media|gmbh|ag|ev|dpa\w*|afp|ap"
    r"|reuters|epd|kna|sid|dts|apa|sda|ots|ard|zdf|ndr|mdr|wdr|swr|rbb|hr"
    r"|br|sr|orf|srf|dlf|ntv|rtl|dw|bild|spiegel|welt|focus|stern|taz|faz"
    r"|korrespondent\w*|volontär\w*|autor\w*|reporter\w*|chef\w*|leiter\w*"
    r"|mitarbeiter\w*|gast\w*|admin|webmaster|unbekannt|uhr|jahre?n?|januar"
    r"|februar|märz|april|juni|juli|august|september|oktober|november|dezember"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|anfang|bis"
    r"|nach|die|das|ein|eine|wir|ihr|sie|mehr|alle|neue\w*|foto\w*|bild\w*"
    r"|video\w*|kommentar\w*|teilen|drucken|lesezeit|min|stand|group|press|staff"
    r"|editor\w*)\b",
    re.IGNORECASE,
)

_LONGEST = 50
# A role that a page has glued to a name: "Eva MusterKorrespondentin".
_GLUED = re.compile(
    r"(?<=[a-zäöüß])(?:Leitende\w*|Korrespondent|Redakteur|Volontär|Autor|Reporter|Chef).*$"
)
_PARTICLE = r"(?:von|van|de|der|den|zu|vom|zum|al|el|la|du|di|da|v\.|bin)"
_PART = r"[A-ZÀ-ÖØ-Þ](?:[\w'’]*[\w’']|\.)(?:-[A-ZÀ-ÖØ-Þ][\w'’]+)*"
PERSON = rf"{_PART}(?: {_PARTICLE}){{0,2}}(?: (?:{_PARTICLE} )?{_PART}){{1,3}}"
_PERSON = re.compile(PERSON)
_TITLE = re.compile(r"(?:(?:Dr|Prof|Mag|Dipl|Ing|med|phil|rer|nat|h\. ?c|PD)\.?(?:-\w+\.?)?\s+)+")
_BETWEEN = re.compile(r"\s*(?:,|;|\||/|&|\bund\b|\band\b|\bsowie\b|\bmit\b)\s*")


def persons(text: str) -> tuple[str, ...]:
    """Give the persons of a byline in its order; roles, seats and houses are left out."""
    parts = (
        _TITLE.sub("", part.strip(" .:*-–—·•")) for part in _BETWEEN.split(_GLUED.sub("", text))
    )
    return tuple(dict.fromkeys(part for part in parts if is_person(part)))


def is_person(text: str) -> bool:
    """Tell a first name with a last name from other words, by its shape."""
    return len(text) <= _LONGEST and bool(_PERSON.fullmatch(text)) and not _NO_PERSON.search(text)


def is_known_person(text: str) -> bool:
    """Tell a person whose first name is a frequent one."""
    first = re.split(r"[ -]", text, maxsplit=1)[0]
    return is_person(text) and first.title() in FIRST_NAMES
