"""A few invented rows of each data set, each with something that its importer has to notice."""

import csv
from collections.abc import Sequence
from pathlib import Path

DATA = Path(__file__).parents[3] / "shared" / "data"
"""Where the data sets themselves are, on the machines that have them."""

GGO_PARTIES = """\
stateID,treatyID,Title,StateSignature,StateRatification,StateForce,StateEnd
ARD,ARD-VEL_1931A,The Ferry,1931-03-01,1931-05-04,1931-07-01,9999-12-31
VEL,ARD-VEL_1931A,The Ferry,1931-03-01,1931-02-01,1931-07-01,1930-12-31
TOR,ARD-VEL_1931A,The Ferry,1931-06-31,,1932,
ARD,LAKE_1935A,The Fish,1935-XX-16,,1935-06-01,1939-09-01
VEL,LAKE_1935A,The Fish,1935-01-01?,,1936-01-01,1939-09-01
TOR,LAKE_1935A,The Fish,,1937-01-01,1940-02-02,1939-09-01
TOR,LAKE_1935A,The Fish of the Lake,,1937-01-01,1940-03-03,1939-09-01
SOL,LAKE_1935A,The Fish,..1936-01-01,1938-01-01,,
NOR,LAKE_1935A,The Fish,1935-01-16,0001-01-01,,
"""
GGO_AGREEMENTS = """\
treatyID,Title,Begin,End,Signature,Force,Term,TypeDomain,TypeAmbit
ARD-VEL_1931A,Agreement on the Ferry across the Lake,1931-03-01,,1931-03-01,1931-07-01,,Transport,Bilateral
LAKE_1935A,Convention on the Fish of the Lake,1935-01-16,1934-09-01,1935-01-16,1935-06-01,,Environment,Multilateral
"""
IEADB_PARTIES = """\
stateID,treatyID,Begin,End,Title,stateSignature,Signature,Rat,Force,ieadbID
ARD,LAKE_1935A,1935-01-16,,The Fish,1935-01-16,1935-01-16,,1935-06-02,1.0
TOR,LAKE_1935A,1935-01-16,,The Fish,,1935-01-16,,2899-01-01,1.0
"""
ATOP_MEMBERS = """\
atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,ineffect,defense,nonagg,obvary
9001,901,0,1931,3,1,1940,5,,0,1,0,0
9001,902,0,1931,3,1,0,0,0,1,1,1,0
9001,903,0,1935,6,,1934,1,1,0,0,1,
9001,901,0,1950,1,1,0,0,0,1,1,0,0
9002,901,2,1960,,,1961,2,3,1,,1,0
"""
ATOP_ALLIANCES = """\
atopid,begyr,begmo,begday,endyr,endmo,endday,maxphase,mem1,mem2
9001,1931,3,1,0,0,0,0,901,902
9002,1962,1,1,1961,2,3,2,901,
"""
WIPO = """\
Contracting Party,Treaty,Signature Date,Instrument Type,Instrument Date,Entry Into Force Date
Ardia,Trademark,1994-10-28,Ratification,1996-01-31,1996-08-15
Velmark,Trademark,,Accession,1996-02-10,1996-08-15
Torrin,Trademark,,Accession,1996-03-01,1996-08-15
Solmark,Trademark,,Ratification,1996-05-01,1996-08-15
Norland,Trademark,,Accession,1996-05-15,1996-08-15
Westria,Trademark,1994-10-28,Accession,1997-03-31,1997-07-01
Ardia,Berne,,Accession,1902-01-01,1901-12-05
Velmark,Berne,1903-01-01,Declaration of Continued Application,1902-06-01,1900-06-01
Torrin,Berne,,,,1931-07-29
"""
COW_STATES = """\
stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
ARD,901,Ardia,1816,1,1,1940,6,22,2016
VEL,902,Velmark,1920,1,10,2016,12,31,2016
ARD,901,Ardia,1944,8,25,2016,12,31,2016
TOR,903,Torrin,1990,1,1,1980,1,1,2016
"""


def written(folder: Path, **files: str) -> list[Path]:
    """Write files into a folder; return their paths."""
    paths = []
    for name, text in files.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return paths


def records(text: str) -> list[list[str]]:
    """Return the rows of a table, its head first."""
    return list(csv.reader(text.splitlines()))


def text_from_records(rows: Sequence[Sequence[str]]) -> str:
    """Write rows as a table."""
    lines = []
    for row in rows:
        lines.append(",".join(f'"{cell}"' if set(cell) & set(',"\n') else cell for cell in row))
    return "\n".join(lines) + "\n"
