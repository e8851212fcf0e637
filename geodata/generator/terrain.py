"""A height for every 100 m cell: folded ridges, a high plateau in the north, valleys cut down to the rivers.

Layers, in order: smooth noise in octaves from 18 km to 1.1 km; ridges drawn out from south-west to
north-east, as the folds of this country run; the 仙女山 plateau; tributary valleys from the seats down to the
river; a bench around each seat; last the gorges of the two rivers. Only + - * / and square roots are used
and the result is rounded to whole metres, so that the machine does not matter.
"""
import numpy as np

import rivers
import seats
from randomness import signed

CELL, BAND, NODATA = 100, 8500, -32768
TRIBUTARIES = [  # downstream order; the last is a seat passed by the river or a seat already served
    ["大洞河乡", "白云乡", "长坝镇", "白马镇"], ["赵家乡", "长坝镇"], ["凤来镇", "平桥镇", "和顺镇", "长坝镇"],
    ["庙垭乡", "鸭江镇", "平桥镇"], ["黄莺乡", "凤山街道"], ["石桥苗族土家族乡", "江口镇"], ["文复苗族土家族乡", "江口镇"],
    ["后坪苗族土家族乡", "桐梓镇", "土地乡", "沧沟乡", "火炉镇"], ["接龙乡", "桐梓镇"], ["沧沟乡", "江口镇"],
    ["火炉镇", "芙蓉街道"], ["双河镇", "仙女山街道"], ["仙女山街道", "凤山街道"],
]


class Field:
    def __init__(self, bounds):
        x0, y0, x1, y1 = bounds
        self.x0 = int((x0 - BAND) // CELL) * CELL
        self.y1 = int((y1 + BAND) // CELL + 1) * CELL
        self.cols = int((x1 + BAND - self.x0) // CELL) + 1
        self.rows = int((self.y1 - y0 + BAND) // CELL) + 1
        self.box = self.x0, self.y1 - CELL * self.rows, self.x0 + CELL * self.cols, self.y1
        self.X = (self.x0 + CELL / 2 + CELL * np.arange(self.cols))[None, :]
        self.Y = (self.y1 - CELL / 2 - CELL * np.arange(self.rows))[:, None]

    def near(self, line, width):
        """Distance to a line of (x, y, level), and the level at the nearest point; infinite beyond ``width``."""
        d2 = np.full((self.rows, self.cols), np.inf)
        level = np.zeros((self.rows, self.cols))
        for (ax, ay, az), (bx, by, bz) in zip(line, line[1:]):
            c0 = max(0, int((min(ax, bx) - width - self.x0) // CELL))
            c1 = min(self.cols, int((max(ax, bx) + width - self.x0) // CELL) + 1)
            r0 = max(0, int((self.y1 - max(ay, by) - width) // CELL))
            r1 = min(self.rows, int((self.y1 - min(ay, by) + width) // CELL) + 1)
            if c0 >= c1 or r0 >= r1:
                continue
            X, Y = self.X[:, c0:c1], self.Y[r0:r1]
            ux, uy = bx - ax, by - ay
            t = np.clip(((X - ax) * ux + (Y - ay) * uy) / (ux * ux + uy * uy), 0, 1)
            d = (X - ax - t * ux) ** 2 + (Y - ay - t * uy) ** 2
            better = d < d2[r0:r1, c0:c1]
            d2[r0:r1, c0:c1][better] = d[better]
            level[r0:r1, c0:c1][better] = (az + t * (bz - az))[better]
        return np.sqrt(d2), level


def ease(t):
    t = np.clip(t, 0, 1)
    return t * t * (3 - 2 * t)


def hashed(ix, iy, salt):
    """A number in [0, 1) for a lattice point (whole-number arithmetic only)."""
    with np.errstate(over="ignore"):
        h = ix.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + iy.astype(np.uint64) * np.uint64(0xC2B2AE3D27D4EB4F)
        h = h + np.uint64(salt) * np.uint64(0x165667B19E3779F9)
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            h = (h ^ (h >> np.uint64(shift))) * np.uint64(factor)
        h = h ^ (h >> np.uint64(31))
    return (h >> np.uint64(11)).astype(np.float64) / float(1 << 53)


def noise(x, y, wave, salt):
    """Smooth value noise in [-1, 1]."""
    x, y = x / wave + 4096, y / wave + 4096
    ix, iy = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = x - ix, y - iy
    fx, fy = fx * fx * fx * (fx * (fx * 6 - 15) + 10), fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    low = hashed(ix, iy, salt) * (1 - fx) + hashed(ix + 1, iy, salt) * fx
    high = hashed(ix, iy + 1, salt) * (1 - fx) + hashed(ix + 1, iy + 1, salt) * fx
    return (low * (1 - fy) + high * fy) * 2 - 1


def base(field, places):
    x = field.X - 450000.0 + 0 * field.Y
    y = field.Y - 3250000.0 + 0 * field.X
    along, across = (x + y) * 0.7071, (y - x) * 0.7071  # along: towards the north-east, as the folds run
    z = 790 + 190 * noise(x, y, 18000, 1) + 120 * noise(x, y, 8000, 2) + 95 * noise(x, y, 3700, 3)
    z = z + 58 * noise(x, y, 1900, 4) + 20 * noise(x, y, 1000, 5)
    bend = across + 1800 * noise(x, y, 9000, 6)
    for wave, salt, height in ((9000, 7, 460), (3900, 8, 240)):
        z = z + height * (1 - np.abs(noise(along / 2.6, bend, wave, salt)) * 2.2)
    z = np.where(z < 650, 650 + (z - 650) * 0.4, z)  # no basins lower than the valleys that drain them
    px, py = places["仙女山街道"]
    d = np.sqrt((field.X - px - 1500) ** 2 + (field.Y - py - 5500) ** 2)
    w = 1 - ease(d / 11000)
    return z + w * 0.7 * (1330 - z)


def valley(field, z, line, width, flat):
    """Cut a valley along a line: level within ``flat``, the old height again beyond ``width``."""
    d, level = field.near(line, width)
    spurs = 1 + 0.30 * noise(field.X + 0 * field.Y, field.Y + 0 * field.X, 1500, 9)  # side valleys and spurs
    t = ease((d * spurs - flat) / (width * 0.7 - flat))
    t = 0.04 * np.clip((d - flat) / 400, 0, 1) + 0.96 * t * (0.55 + 0.45 * t)
    return np.where(d < width, level + (z - level) * np.minimum(t, 1), z)


def rough(field, z, courses):
    """Spurs and gullies of a few hundred metres, more of them high up, none beside the big river."""
    x, y = field.X - 450000.0 + 0 * field.Y, field.Y - 3250000.0 + 0 * field.X
    d, _ = field.near(courses["乌江"], 1500.0)
    amount = ease((d - 250) / 1200) * (0.45 + 0.55 * ease((z - 250) / 700))
    return amount * (44 * noise(x, y, 1250, 11) + 22 * noise(x, y, 640, 12))


def crooked(a, b, key):
    line = [a, b]
    for level in range(4):
        finer = [line[0]]
        for p, q in zip(line, line[1:]):
            d = signed("tributary", key, round(p[0]), round(p[1])) * 0.24
            finer += [((p[0] + q[0]) / 2 - (q[1] - p[1]) * d, (p[1] + q[1]) / 2 + (q[0] - p[0]) * d), q]
        line = finer
    return line


def load(units, rings, courses):
    """The Field, the heights (Int16, north row first) and the mask of water cells."""
    xs = [p[0] for ring in rings.values() for p in ring]
    ys = [p[1] for ring in rings.values() for p in ring]
    field = Field((min(xs), min(ys), max(xs), max(ys)))
    places = {u.name: (u.x, u.y) for u in units}
    places["土坎镇"] = seats.old_town()
    z = base(field, places)
    for chain in TRIBUTARIES:
        for upper, lower in zip(chain, chain[1:]):
            line = crooked(places[upper], places[lower], upper)
            top, bottom, n = seats.HEIGHTS[upper] - 8.0, seats.HEIGHTS[lower] - 4.0, len(line) - 1
            z = valley(field, z, [(x, y, top + (bottom - top) * i / n) for i, (x, y) in enumerate(line)], 3200.0, 120.0)
    water = np.zeros(z.shape, bool)
    for name in ("芙蓉江", "乌江"):
        line = courses[name]
        z = valley(field, z, line, 6200.0 if name == "乌江" else 4400.0, rivers.HALF_WIDTH[name])
    for name, (x, y) in sorted(places.items()):
        d = np.sqrt((field.X - x) ** 2 + (field.Y - y) ** 2)
        w = 1 - ease((d - 350) / 1900)
        z = z + w * 0.9 * (seats.HEIGHTS[name] - z)
    z = z + rough(field, z, courses)
    for name, (x, y) in sorted(places.items()):
        d = np.sqrt((field.X - x) ** 2 + (field.Y - y) ** 2)
        z = z + (1 - ease((d - 250) / 700)) * 0.85 * (seats.HEIGHTS[name] - z)
    for name in ("芙蓉江", "乌江"):
        d, level = field.near(courses[name], 700.0)
        half = rivers.HALF_WIDTH[name]
        wet = d <= half
        shore = level + (np.maximum(z, level + 4) - level) * ease((d - half + 60) / 360)
        z = np.where(wet, level, np.where(np.isfinite(d), np.minimum(z, shore), z))
        water |= wet
    return field, np.clip(np.rint(z), 140, 2030).astype(np.int16), water
