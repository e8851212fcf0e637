"""Where the 215 villages lie: invented, but where people would live.

Communities are in or beside the seat. Villages are 1 to 9 km away, on gentle ground that is little effort
to reach from the seat (so: along valleys and on benches), spread over the township. A township without a
community has its namesake village near the seat. Villages of 土坎镇 gather around its old seat.
Twelve villages are placed last, 0.8 to 2.5 km from any road (they need a fallback for travel times), and two
on a hill whose footpath joins no other road.
"""
import facts
import seats
from polygons import inside
from randomness import between, unit

OFF_ROAD = ["500156001/走马村", "500156003/荆竹村", "500156101/车盘村", "500156104/鲁家岩村", "500156107/鹅冠村",
            "500156109/香树村", "500156111/周家山村", "500156202/天池村", "500156203/隆兴村", "500156205/西山村",
            "500156207/红色村", "500156209/落心村"]
HILL = ["500156112/木根村", "500156112/荞子村"]


class Village:
    def __init__(self, row, township, index):
        self.row, self.name, self.kind, self.township, self.index = row, row["name"], row["kind"], township, index
        self.id = "%s/%s" % (township.code, self.name)
        self.where = "near the seat" if self.kind == "社区" else "road"
        self.cell = self.x = self.y = None
        self.notes = [row["note"]] if row["note"] else []
        if self.id in OFF_ROAD:
            self.where = "off the roads"
        if self.id in HILL:
            self.where = "hill"
        self.old_town = row["township_in_source"] == seats.JOINED_FROM
        if self.old_town:
            self.notes = ["listed under 土坎镇, abolished; that it joined 羊角街道 is assumed"]


def load(units):
    names = {u.name: (u, i) for i, u in enumerate(units)}
    found = [Village(r, *names[r["township"] or seats.JOINED_TO]) for r in facts.villages()]
    for u in units:
        own = [v for v in found if v.township is u]
        if not any(v.kind == "社区" for v in own):
            roads = sorted((v for v in own if v.where == "road"), key=lambda v: (v.name[:2] != u.short[:2], v.name.encode()))
            roads[0].where = "namesake"
    return sorted(found, key=lambda v: (v.township.code, v.name.encode()))


def distance(a, b):
    return ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5


def interior(ground, cell, index, reach=2):
    around = [cell + dr * ground.cols + dc for dr in (-reach, 0, reach) for dc in (-reach, 0, reach)]
    return all(ground.owner[c] == index and not ground.blocked[c] for c in around)


def pick(group, candidates, taken, apart, ground):
    """Give each village of the group the best candidate that keeps its distance from the others."""
    while True:
        chosen = []
        for cell in candidates:
            p = ground.centre(cell)
            if all(distance(p, ground.centre(c)) >= apart for c in chosen) and all(distance(p, t) >= max(560, apart * 0.6) for t in taken):
                chosen.append(cell)
                if len(chosen) == len(group):
                    break
        if len(chosen) == len(group):
            break
        apart *= 0.9
        if apart < 560:
            raise ValueError("no room for %s" % group[0].id)
    for v, cell in zip(group, chosen):
        settle(v, cell, ground)


def settle(v, cell, ground):
    v.cell = cell
    x, y = ground.node(cell)
    dx, dy = between(-45, 45, "village x", v.id), between(-45, 45, "village y", v.id)
    v.x, v.y = round(x + dx, 2), round(y + dy, 2)


def place(villages, units, ground):
    """Everything but the off-road and hill villages."""
    for index, u in enumerate(units):
        for old in (False, True):
            own = [v for v in villages if v.township is u and v.old_town == old]
            if not own:
                continue
            seat = seats.old_town() if old else (u.x, u.y)
            effort = ground.search([ground.cell(*seat)], None, ground.only(index), 0.12)
            key = lambda c: ((effort[c] + 9000) * between(0.35, 1.35, "site", c) * (1 + 4 * ground.slope[c]), c)
            cells = [c for c in effort if ground.owner[c] == index and ground.slope[c] < 0.30 and interior(ground, c, index)]
            far = {c: distance(ground.centre(c), seat) for c in cells}
            taken = [(v.x, v.y) for v in villages if v.township is u and v.x]
            near = [v for v in own if v.where in ("near the seat", "namesake")]
            if near:
                low, high = (120, 2600) if near[0].kind == "社区" else (350, 800)
                pick(near, sorted((c for c in cells if low <= far[c] <= high and ground.slope[c] < 0.22), key=key), taken, 640, ground)
            taken += [(v.x, v.y) for v in near]
            rest = sorted((v for v in own if v.where == "road"), key=lambda v: unit("order", v.id))
            if rest:
                high = 4500 if old else 9000
                spread = 0.82 * (len(cells) * 1e4 / (len(rest) + 1)) ** 0.5 if not old else 1300
                pick(rest, sorted((c for c in cells if 1000 <= far[c] <= high), key=key), taken, spread, ground)


def place_off_road(villages, ground, gap):
    """``gap(x, y)`` is the distance to the nearest road vertex."""
    for v in villages:
        if v.where != "off the roads":
            continue
        u = v.township
        others = [(w.x, w.y) for w in villages if w.x is not None]
        want = between(950, 1900, "gap", v.id)
        options = []
        for c in ground.cells_of[v.index]:
            if ground.slope[c] < 0.26 and interior(ground, c, v.index, 3):
                p = ground.centre(c)
                if 1000 < distance(p, (u.x, u.y)) < 9000 and 850 < gap(*p) < 2300:
                    options.append((abs(gap(*p) - want) + between(0, 300, "off", c) + 500 * ground.slope[c], c))
        options = [(s, c) for s, c in options if all(distance(ground.centre(c), o) > 700 for o in others)]
        settle(v, min(options)[1], ground)
        v.notes.append("no road within about %d m (illustrative)" % (gap(v.x, v.y) // 100 * 100))


def place_hill(villages, ground, gap):
    """Two villages 900 to 2,200 m apart, each more than 1,300 m from the roads; returns the path between them."""
    pair = [v for v in villages if v.where == "hill"]
    index = pair[0].index
    others = [(w.x, w.y) for w in villages if w.x is not None]
    options = [c for c in ground.cells_of[index] if ground.slope[c] < 0.25 and interior(ground, c, index, 5)
               and gap(*ground.centre(c)) > 1350 and all(distance(ground.centre(c), o2) > 900 for o2 in others)]
    options.sort(key=lambda c: (unit("hill", c), c))
    for a in options:
        for b in options:
            if 900 < distance(ground.centre(a), ground.centre(b)) < 2200:
                path = ground.search([a], {b}, ground.inside, 0.2)
                if all(gap(*ground.node(c)) > 1150 for c in path):
                    for v, c in zip(pair, (a, b)):
                        settle(v, c, ground)
                        v.notes.append("on a path that joins no other road (illustrative)")
                    return path
    raise ValueError("no hill to put two villages on")


def check(villages, rings):
    for v in villages:
        assert inside((v.x, v.y), rings[v.township.code]), v.id
    for i, v in enumerate(villages):
        for w in villages[i + 1:]:
            assert distance((v.x, v.y), (w.x, w.y)) > 400, (v.id, w.id)
