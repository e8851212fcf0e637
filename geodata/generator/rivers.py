"""The 乌江 and the 芙蓉江: real names, real order of places, an invented course between them.

The 乌江 comes in from the east, takes the 芙蓉江 at 江口, passes the county seat, 土坎, 羊角 and 白马 and
leaves to the north. The bends are drawn by displacing midpoints. Water levels fall evenly downstream.
"""
from projection import to_metres
from randomness import signed

WU = [(108.20, 29.245), (108.06, 29.222), (107.965, 29.243), (107.888, 29.2325), (107.848, 29.262), (107.807, 29.297),
      (107.772, 29.3135), (107.747, 29.3225), (107.718, 29.350), (107.684, 29.3700), (107.645, 29.3835),
      (107.606, 29.3915), (107.570, 29.401), (107.5395, 29.4005), (107.517, 29.420), (107.535, 29.462), (107.508, 29.512),
      (107.530, 29.570), (107.500, 29.660), (107.51, 29.78)]
FURONG = [(107.845, 28.90), (107.868, 29.000), (107.846, 29.060), (107.840, 29.105), (107.868, 29.150), (107.862, 29.185),
          (107.884, 29.212), (107.888, 29.2325)]
LEVELS = {"乌江": (186.0, 158.0), "芙蓉江": (290.0, 178.0)}
HALF_WIDTH = {"乌江": 130.0, "芙蓉江": 90.0}
NAMES_EN = {"乌江": "Wu River", "芙蓉江": "Furong River"}


def meander(points, amount):
    line = points
    while max((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2 for p, q in zip(line, line[1:])) > 320.0 ** 2:
        finer = [line[0]]
        for p, q in zip(line, line[1:]):
            d = signed("river", round(p[0]), round(p[1])) * amount
            finer += [(round((p[0] + q[0]) / 2 - (q[1] - p[1]) * d, 1), round((p[1] + q[1]) / 2 + (q[0] - p[0]) * d, 1)), q]
        line = finer
    return smooth(line)


def smooth(line):
    """Rounds the corners (each inner point moves half-way to the middle of its neighbours), twice."""
    for _ in range(2):
        line = line[:1] + [(round((a[0] + 2 * b[0] + c[0]) / 4, 1), round((a[1] + 2 * b[1] + c[1]) / 4, 1))
                           for a, b, c in zip(line, line[1:], line[2:])] + line[-1:]
    return line


def load():
    """name -> list of (x, y, water level)."""
    out = {}
    for name, course in (("乌江", WU), ("芙蓉江", FURONG)):
        line = meander([to_metres(*p) for p in course], 0.20)
        top, bottom = LEVELS[name]
        n = len(line) - 1
        out[name] = [(x, y, top + (bottom - top) * i / n) for i, (x, y) in enumerate(line)]
    return out


def within(course, x0, y0, x1, y1):
    """The part of a course that a rectangle holds."""
    return [p for p in course if x0 <= p[0] <= x1 and y0 <= p[1] <= y1]
