"""Seats and people of the 26 units: the facts, and the assumptions that the facts leave open.

Assumptions (all marked ``illustrative``):
* 巷口镇 became 凤山街道 and 芙蓉街道. Its 78,225 people (2010 census) are split in proportion to the
  villages and communities that the dictionary lists in each (18 : 14). The two seats are put on either
  side of the old county seat, about 2 km apart along the river.
* 土坎镇 (8,128 people, six villages) is taken to have joined 羊角街道, its nearest street downstream.
* Heights of the seats are rounded guesses that make the terrain fit the names of the places.
"""
import facts
from projection import to_metres

SPLIT_SEATS = {"凤山街道": ("107.749500", "29.327500"), "芙蓉街道": ("107.768800", "29.319000")}
SPLIT_FROM, JOINED_FROM, JOINED_TO = "巷口镇", "土坎镇", "羊角街道"

HEIGHTS = {
    "凤山街道": 215, "芙蓉街道": 210, "仙女山街道": 1120, "羊角街道": 225, "白马镇": 200, "江口镇": 205,
    "火炉镇": 560, "鸭江镇": 430, "长坝镇": 330, "平桥镇": 470, "桐梓镇": 860, "和顺镇": 700,
    "双河镇": 1050, "凤来镇": 540, "庙垭乡": 600, "石桥苗族土家族乡": 610, "黄莺乡": 760, "沧沟乡": 400,
    "文复苗族土家族乡": 680, "土地乡": 640, "白云乡": 640, "后坪苗族土家族乡": 980, "浩口苗族仡佬族乡": 430,
    "接龙乡": 900, "赵家乡": 900, "大洞河乡": 1000, "土坎镇": 215,
}


class Unit:
    def __init__(self, row):
        self.row = row
        self.code, self.name, self.kind = row["code_nbs2023"], row["name"], row["class"]
        self.name_en = row["name_en"]
        self.short = self.name[:-2] if self.kind == "街道" else self.name[:-1]
        if self.kind == "民族乡":
            self.short = self.name[:2]
        self.short_en = self.name_en.split(" ")[0]
        self.height = HEIGHTS[self.name]
        self.notes = [row["note"]] if row["note"] else []


def load():
    """The 26 units sorted by code, with lon, lat, x, y, people and the provenance of each."""
    gone = facts.abolished()
    names = [v["township"] for v in facts.villages()]
    split = {n: names.count(n) for n in SPLIT_SEATS}
    pool = int(gone[SPLIT_FROM]["census_2010"])
    units = []
    for row in facts.units():
        unit = Unit(row)
        if unit.name in SPLIT_SEATS:
            unit.lon, unit.lat = SPLIT_SEATS[unit.name]
            unit.seat_provenance = unit.people_provenance = "illustrative"
            share = pool * split["凤山街道"] // sum(split.values())
            unit.people = share if unit.name == "凤山街道" else pool - share
            unit.notes.append("seat assumed; 巷口镇's %s people of 2010 (census, via GeoNames) split %d:%d "
                              "by listed villages, assumed" % (pool, split["凤山街道"], split["芙蓉街道"]))
        else:
            unit.lon, unit.lat = "%.6f" % float(row["lon"]), "%.6f" % float(row["lat"])
            unit.seat_provenance, unit.people_provenance = row["seat_provenance"], row["census_provenance"]
            unit.people = int(row["census_2010"])
            unit.notes.append("2010 census, via GeoNames")
        if unit.name == JOINED_TO:
            more = int(gone[JOINED_FROM]["census_2010"])
            unit.people_provenance = "illustrative"
            unit.notes[-1] = ("2010 census %d (via GeoNames) + 土坎镇's %d; that 土坎镇 joined 羊角街道 is assumed"
                              % (unit.people, more))
            unit.people += more
        unit.x, unit.y = to_metres(float(unit.lon), float(unit.lat))
        units.append(unit)
    return sorted(units, key=lambda u: u.code)


def old_town():
    """Where 土坎镇's seat was: still a small town with its own community."""
    row = facts.abolished()[JOINED_FROM]
    return to_metres(float(row["lon"]), float(row["lat"]))


def rows(units):
    for u in units:
        yield [u.code, u.row["code_mca"], u.name, u.name_en, u.kind, "500156", u.lon, u.lat, u.seat_provenance,
               u.people, u.people_provenance, u.row["area_km2"], u.row["source"], "; ".join(u.notes)]


HEADER = ("code_nbs2023,code_mca,name,name_en,class,parent_code,lon,lat,seat_provenance,population_2010,"
          "population_provenance,area_km2,source,note").split(",")
