"""Read the hand-kept tables in ``facts/``: what a publisher said, before any assumption of ours."""
import csv
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "facts")


def table(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def units():
    return table("units.csv")


def abolished():
    return {row["name"]: row for row in table("abolished_units.csv")}


def villages():
    return table("villages.csv")
