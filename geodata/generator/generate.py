#!/usr/bin/python3
"""Make the layers of geodata/ from the tables in facts/ and a seed.

    generate.py              write the layers beside this folder
    generate.py --check      make them again elsewhere; exit 1 and name the first file that differs
    generate.py --out DIR    write them to DIR

Needs Debian's python3-gdal and python3-numpy. The same bytes come out of every run.
"""
import argparse
import filecmp
import os
import sys
import tempfile

sys.dont_write_bytecode = True

import facilities
import neighbours
import noding
import people
import polygons
import rivers
import roads
import seats
import streets
import terrain
import villages as sites
import write
from ground import Ground
from network import Nearest, Network

FILES = ["units.csv", "villages.csv", "unit_polygons.geojson", "elevation.tif", "river.geojson", "roads.geojson", "facilities.csv",
         "neighbours_villages.csv", "neighbours_facilities.csv", "neighbours_roads.geojson"]
VILLAGE_HEADER = ("name,kind,township,township_code_nbs2023,lon,lat,total,pop_60plus,pop_80plus,children,women,households,"
                  "name_provenance,position_provenance,people_provenance,source,note").split(",")
INVENTED = "position and people: invented by geodata/generator"


def village_row(v):
    township = v.township
    return [v.name, v.kind, township.name if township else "邻区（示例）", township.code if township else "", *write.degrees(v.x, v.y),
            v.total, v.pop_60plus, v.pop_80plus, v.children, v.women, v.households,
            v.row["name_provenance"] if township else "illustrative", "illustrative", "illustrative",
            "name: %s; %s" % (v.row["source"], INVENTED) if township else "invented by geodata/generator", "; ".join(v.notes)]


def make():
    """Everything in memory, in the order in which one thing depends on another."""
    units = seats.load()
    rings = polygons.load(units)
    courses = rivers.load()
    field, heights, _ = terrain.load(units, rings, courses)
    ground = Ground(field, heights, units, rings, courses)
    ground.fixed[ground.cell(*seats.old_town())] = seats.old_town()
    places = sites.load(units)
    sites.place(places, units, ground)
    network = Network(ground)
    roads.bridges(network, ground, courses)
    roads.between_seats(network, ground, units, seats.old_town())
    exits = roads.to_the_border(network, ground, units, courses["乌江"])
    roads.to_villages(network, ground, places)
    roads.tracks(network, ground, Nearest(network.lines))
    roads.footpaths(network, ground, places)
    corners = {}
    for u in units:
        corners[u.code] = streets.build(network, ground, (u.x, u.y), u.code, u.short, u.people, u.code in ("500156001", "500156002"))
    streets.build(network, ground, seats.old_town(), "old town", "土坎", 3000)
    around = neighbours.place(ground, rings)
    outer = neighbours.roads(network, ground, around, exits)
    near = Nearest(network.lines + outer)
    sites.place_off_road(places, ground, near)
    hill = sites.place_hill(places, ground, near)
    network.emit(hill, "山上小路（示例）", "path", "", {"surface": "earth"})
    noding.node(network.lines + outer)
    people.count(places, units)
    neighbours.people(around)
    sites.check(places, rings)
    book = facilities.baseline(ground, units, places, corners)
    return dict(units=units, rings=rings, courses=courses, field=field, heights=heights, villages=places, lines=network.lines, outer=outer,
                around=around, book=book, beyond=facilities.beyond(ground, around), ground=ground)


def save(m, folder):
    write.table(folder, "units.csv", seats.HEADER, seats.rows(m["units"]))
    write.table(folder, "villages.csv", VILLAGE_HEADER, map(village_row, m["villages"]))
    write.collection(folder, "unit_polygons.geojson", (
        ({"code_nbs2023": u.code, "name": u.name, "provenance": "illustrative"}, "Polygon", [m["rings"][u.code] + m["rings"][u.code][:1]])
        for u in m["units"]))
    write.elevation(folder, "elevation.tif", m["field"], m["heights"], terrain.NODATA)
    write.collection(folder, "river.geojson", (
        ({"name": n, "name_en": rivers.NAMES_EN[n], "provenance": "illustrative"}, "LineString", rivers.within(m["courses"][n], *m["field"].box))
        for n in ("乌江", "芙蓉江")))
    write.collection(folder, "roads.geojson", write.road_features(m["lines"], "r"))
    write.table(folder, "facilities.csv", facilities.HEADER, facilities.rows(m["book"], write.degrees))
    write.table(folder, "neighbours_villages.csv", VILLAGE_HEADER, map(village_row, m["around"]))
    write.table(folder, "neighbours_facilities.csv", facilities.HEADER, facilities.rows(m["beyond"], write.degrees))
    write.collection(folder, "neighbours_roads.geojson", write.road_features(m["outer"], "n"))


def main():
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser = argparse.ArgumentParser(description="Make the layers of geodata/.")
    parser.add_argument("--check", action="store_true", help="compare with the committed layers instead of writing them")
    parser.add_argument("--out", default=here, help="folder to write to")
    options = parser.parse_args()
    made = make()
    if not options.check:
        save(made, options.out)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        save(made, folder)
        for name in FILES:
            if not os.path.exists(os.path.join(here, name)) or not filecmp.cmp(os.path.join(folder, name), os.path.join(here, name), shallow=False):
                print("%s differs from what the generator makes" % name, file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
