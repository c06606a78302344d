"""Well-known media, by the names that they print at the head and the foot of their pages.

To add a medium, add a line with all of its names. A name that is also a common word (`Welt`,
`Stern`) is left out; if it is none when written in capitals (`WELT`), it belongs to `CAPITALS`.
"""

from __future__ import annotations

# Names are compared without case. `;` stands between the names of one medium.
_GERMAN = """
Süddeutsche Zeitung; SZ.de; sueddeutsche.de; Süddeutsche.de; SZ Online; SZ-Magazin
Frankfurter Allgemeine Zeitung; FAZ.NET; F.A.Z.; Frankfurter Allgemeine; FAZ; F.A.S.
Frankfurter Allgemeine Sonntagszeitung
Der Spiegel; SPIEGEL ONLINE; spiegel.de; SPON; SPIEGEL Gruppe
Die Zeit; ZEIT ONLINE; zeit.de
Die Welt; welt.de; WELT ONLINE; Welt am Sonntag
Bild.de; Bild am Sonntag; BILD-Zeitung
taz; taz.de; die tageszeitung; taz, die tageszeitung; taz.am wochenende
stern.de
FOCUS Online; focus.de
Handelsblatt; handelsblatt.com; Handelsblatt Online
WirtschaftsWoche; wiwo.de
Manager Magazin; manager-magazin.de
Börsen-Zeitung; boersen-zeitung.de
Der Tagesspiegel; Tagesspiegel; tagesspiegel.de; Tagesspiegel Online
Berliner Zeitung; berliner-zeitung.de
Berliner Morgenpost; morgenpost.de
Hamburger Abendblatt; abendblatt.de
Hamburger Morgenpost; mopo.de
Frankfurter Rundschau; fr.de; fr-online.de
Westdeutsche Allgemeine Zeitung; waz.de; WAZ; derwesten.de
Rheinische Post; rp-online.de; RP ONLINE
Kölner Stadt-Anzeiger; ksta.de
Stuttgarter Zeitung; stuttgarter-zeitung.de
Stuttgarter Nachrichten; stuttgarter-nachrichten.de
Münchner Merkur; merkur.de
Abendzeitung; abendzeitung-muenchen.de
Augsburger Allgemeine; augsburger-allgemeine.de
Neue Osnabrücker Zeitung; noz.de
Hannoversche Allgemeine Zeitung; haz.de
Leipziger Volkszeitung; lvz.de
Sächsische Zeitung; saechsische.de
Mitteldeutsche Zeitung; mz.de; mz-web.de
Freie Presse; freiepresse.de
Weser-Kurier; weser-kurier.de
Neues Deutschland; neues-deutschland.de; nd-aktuell.de
Junge Welt; jungewelt.de
Junge Freiheit; jungefreiheit.de
RedaktionsNetzwerk Deutschland; RND; rnd.de
tagesschau.de; tagesschau
ZDFheute; zdf.de; ZDF; heute.de
NDR; ndr.de
WDR; wdr.de
MDR; mdr.de; MDR AKTUELL
SWR; swr.de; SWR Aktuell
Bayerischer Rundfunk; br.de; BR24
Deutschlandfunk; deutschlandfunk.de; Deutschlandradio
Deutsche Welle; dw.com; dw.de
n-tv; ntv.de; n-tv.de
heise online; heise.de
Golem.de
netzpolitik.org
correctiv.org
Telepolis
"""
_AUSTRIAN_AND_SWISS = """
Der Standard; derStandard.at; derstandard.de
Die Presse; diepresse.com
kurier.at
Kronen Zeitung; krone.at
Kleine Zeitung; kleinezeitung.at
Salzburger Nachrichten; sn.at; salzburg.com
Oberösterreichische Nachrichten; nachrichten.at
Tiroler Tageszeitung; tt.com
Wiener Zeitung; wienerzeitung.at
ORF; orf.at; news.ORF.at; ORF.at News
Neue Zürcher Zeitung; nzz.ch; NZZ; NZZ am Sonntag; NZZ Online
Tages-Anzeiger; tagesanzeiger.ch
SRF; srf.ch; Schweizer Radio und Fernsehen
20min.ch; 20 Minuten Online
blick.ch
Basler Zeitung; bazonline.ch
Der Bund; derbund.ch
Berner Zeitung; bernerzeitung.ch
swissinfo.ch; SWI swissinfo.ch
Luxemburger Wort; wort.lu
"""
_OTHER = """
The New York Times; New York Times; nytimes.com
The Washington Post; Washington Post; washingtonpost.com
The Wall Street Journal; Wall Street Journal; wsj.com
Los Angeles Times; latimes.com
USA Today; usatoday.com
CNN; cnn.com
The Guardian; theguardian.com; guardian.co.uk
Financial Times; ft.com
The Economist; economist.com
The Times; thetimes.co.uk
The Daily Telegraph; The Telegraph; telegraph.co.uk
BBC; BBC News; bbc.com; bbc.co.uk
Le Monde; lemonde.fr; Le Monde.fr
Le Figaro; lefigaro.fr
Libération; liberation.fr
elpais.com
La Vanguardia; lavanguardia.com
Corriere della Sera; corriere.it
la Repubblica; repubblica.it
Al Jazeera; aljazeera.com
"""

# Every name, case-folded.
MEDIA = frozenset(
    name.strip().casefold()
    for line in (_GERMAN + _AUSTRIAN_AND_SWISS + _OTHER).split("\n")
    for name in line.split(";")
    if name.strip()
)
_LONGEST = max(map(len, MEDIA))
# Names that are common words in any other case.
CAPITALS = frozenset(("SZ", "ZEIT", "WELT", "BILD", "SPIEGEL", "STERN", "FOCUS", "KURIER", "BLICK"))


def is_medium(name: str) -> bool:
    """Whether a text is the name of a well-known medium, and nothing else."""
    return len(name) <= _LONGEST and (name in CAPITALS or name.casefold() in MEDIA)
