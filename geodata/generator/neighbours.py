"""A band of about 6 km beyond the border: invented villages, the roads to them, a few facilities.

Names are neutral (邻区一号村), people are made up; the band only keeps the edge of the district from looking
like the edge of the world. A neighbour's road begins at a vertex of a road of the district.
"""
from randomness import between, unit
from villages import Village, distance

COUNT = 24
DIGITS = "一二三四五六七八九"


def numeral(n):
    return DIGITS[n - 1] if n < 10 else ("" if n < 20 else DIGITS[n // 10 - 1]) + "十" + (DIGITS[n % 10 - 1] if n % 10 else "")


class Neighbour:
    def __init__(self, number, cell, ground):
        self.name, self.kind, self.cell = "邻区%s号村" % numeral(number), "村", cell
        self.id = "neighbour/%02d" % number
        x, y = ground.node(cell)
        self.x, self.y = round(x + between(-45, 45, "village x", self.id), 2), round(y + between(-45, 45, "village y", self.id), 2)
        self.where, self.old_town, self.township = "road", False, None
        self.notes = ["invented village outside the district"]


def place(ground, rings):
    border = sorted({p for ring in rings.values() for p in ring})
    edge = []
    for p in border:
        c = ground.cell(*p)
        if any(ground.owner[c + dr * ground.cols + dc] < 0 for dr in (-2, 0, 2) for dc in (-2, 0, 2)):
            edge.append(p)
    cells = [c for c, o in enumerate(ground.owner) if o < 0 and unit("neighbour", c) < 0.02 and not ground.blocked[c] and ground.slope[c] < 0.25]
    cells.sort(key=lambda c: (unit("neighbour order", c) + 2 * ground.slope[c], c))
    apart = 9000
    while True:
        chosen = []
        for c in cells:
            p = ground.centre(c)
            if all(distance(p, ground.centre(d)) > apart for d in chosen):
                gap = min(distance(p, e) for e in edge)
                if 1200 < gap < 5800:
                    chosen.append(c)
                    if len(chosen) == COUNT:
                        break
        if len(chosen) == COUNT:
            break
        apart *= 0.92
    mx, my = ground.cols // 2, ground.rows // 2

    def turn(c):  # clockwise from the north, by quarters and slopes (no trigonometry)
        dx, dy = c % ground.cols - mx, my - c // ground.cols
        if dx >= 0 and dy > 0:
            return (0, dx / dy)
        if dx > 0:
            return (1, -dy / dx)
        return (2, dx / dy) if dy < 0 else (3, dy / -dx if dx else 0)

    return [Neighbour(n + 1, c, ground) for n, c in enumerate(sorted(chosen, key=turn))]


def roads(network, ground, found, exits):
    """Returns the neighbours' lines; what of each road lies inside goes to the district's."""
    open_mask = bytearray(b"\1" * len(ground.inside))
    outer = []
    plan = []
    for end in exits:  # the trunk road runs on to the nearest village beyond
        last = ground.search([end], {v.cell for v in found}, open_mask, 0.06)[-1]
        v = next(v for v in found if v.cell == last)
        plan.append((v, {end}, "trunk"))
    plan += [(v, None, "tertiary") for v in sorted(found, key=lambda v: v.id)]
    for v, goals, highway in plan:
        if v.cell in network.links:
            continue
        path = ground.search([v.cell], goals or network.links, open_mask, 0.11, network)[::-1]
        cut = 0
        if path[0] not in network.outer:
            while cut + 1 < len(path) and ground.inside[path[cut + 1]]:
                cut += 1
        network.add(path[:cut + 1], "出境公路（示例）", highway, surface="asphalt")
        before = len(network.lines)
        network.add(path[cut:], v.name + "道（示例）", highway, surface="asphalt")
        outer += network.lines[before:]
        del network.lines[before:]
        network.outer |= set(path[cut + 1:])
    return outer


def people(found):
    from people import cohorts
    for v in found:
        cohorts(v, 500 + int(between(0, 1400, "people", v.id)), between(0.3, 0.9, "remote", v.id))
