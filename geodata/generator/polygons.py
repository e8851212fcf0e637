"""Unit polygons from the seats alone: nothing here is traced from a map.

Each unit is the part of the plane nearer to its seat than to any other seat (Voronoi). A ring of ghost
seats outside bounds the district; how far out they stand is chosen so that the whole measures about
2,900 km2, the size published for 武隆区. A straight bisector looks like no mountain border, so each edge is
broken into a crooked line by repeated displacement of midpoints, drawn from the edge's own two ends: both
neighbours get the same line, hence no gaps and no overlaps. The line stays inside the kite spanned by the
edge and the two seats, so lines of different edges cannot meet.
"""
from randomness import signed

AREA = 2.92e9  # before the borders are broken up, which takes a little off
RING = ["庙垭乡", "鸭江镇", "白马镇", "羊角街道", "双河镇", "接龙乡", "后坪苗族土家族乡", "沧沟乡", "文复苗族土家族乡",
        "浩口苗族仡佬族乡", "黄莺乡", "赵家乡", "大洞河乡", "平桥镇", "凤来镇"]  # the outer seats, clockwise
STEP = 700.0  # longest piece of a border line, metres


def clip(cell, a, b, tag):
    """Keep the part of ``cell`` (list of (x, y, tag of the edge that follows)) nearer to a than to b."""
    nx, ny = b[0] - a[0], b[1] - a[1]
    limit = (nx * (a[0] + b[0]) + ny * (a[1] + b[1])) / 2
    out = []
    for i, (x, y, t) in enumerate(cell):
        x2, y2, _ = cell[(i + 1) % len(cell)]
        s, s2 = nx * x + ny * y - limit, nx * x2 + ny * y2 - limit
        if s <= 0:
            out.append((x, y, t))
        if (s < 0 < s2) or (s2 < 0 < s):
            k = s / (s - s2)
            out.append((x + k * (x2 - x), y + k * (y2 - y), tag if s < 0 else t))
    return out


def voronoi(points, count):
    """Cells of the first ``count`` points, counter-clockwise, vertices rounded to the metre."""
    big = 3e5
    cx, cy = points[0]
    cells = []
    for i in range(count):
        cell = [(cx - big, cy - big, -1), (cx + big, cy - big, -1), (cx + big, cy + big, -1), (cx - big, cy + big, -1)]
        for j in range(len(points)):
            if j != i:
                cell = clip(cell, points[i], points[j], j)
        cells.append([(round(x), round(y), t) for x, y, t in cell])
    return cells


def area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1])) / 2


def ghosts(units, out):
    """Points about every 7 km along the ring of outer seats, ``out`` metres outside it."""
    by_name = {u.name: (u.x, u.y) for u in units}
    ring = [by_name[n] for n in RING]
    found = []
    for i, (ax, ay) in enumerate(ring):
        bx, by = ring[(i + 1) % len(ring)]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        n = max(1, round(length / 7000))
        for k in range(n):
            t = (k + 0.5) / n
            wobble = 1 + 0.18 * signed("ghost", i, k)
            found.append((ax + t * (bx - ax) - (by - ay) / length * out * wobble,
                          ay + t * (by - ay) + (bx - ax) / length * out * wobble))
        px, py = ring[i - 1]
        ux, uy = (ax - px), (ay - py)
        lu = (ux * ux + uy * uy) ** 0.5
        vx, vy = -(uy / lu + (by - ay) / length), ux / lu + (bx - ax) / length
        lv = max(0.3, (vx * vx + vy * vy) ** 0.5)
        found.append((ax + vx / lv * out, ay + vy / lv * out))
    seats = list(by_name.values())
    return [g for g in found if min((g[0] - s[0]) ** 2 + (g[1] - s[1]) ** 2 for s in seats) > (0.72 * out) ** 2]


def crooked(a, b, left, right, amount):
    """The displaced line from a to b (rounded to the metre), the ends included."""
    line = [a, b]
    level = 0
    while max((q[0] - p[0]) ** 2 + (q[1] - p[1]) ** 2 for p, q in zip(line, line[1:])) > STEP ** 2:
        finer = [line[0]]
        for p, q in zip(line, line[1:]):
            d = signed("border", *p, *q) * amount
            finer += [(round((p[0] + q[0]) / 2 - (q[1] - p[1]) * d), round((p[1] + q[1]) / 2 + (q[0] - p[0]) * d)), q]
        line, level = finer, level + 1
    for x, y in line[1:-1]:
        if not (inside((x, y), [a, b, left]) or inside((x, y), [a, right, b])):
            return crooked(a, b, left, right, amount * 0.75)
    return line


def inside(point, ring):
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


def load(units):
    """code -> ring of (x, y), counter-clockwise, not closed."""
    seats = [(u.x, u.y) for u in units]
    low, high = 2000.0, 16000.0
    for _ in range(30):
        out = (low + high) / 2
        cells = voronoi(seats + ghosts(units, out), len(seats))
        low, high = (out, high) if sum(area(c) for c in cells) < AREA else (low, out)
    points = seats + ghosts(units, out)
    cells = voronoi(points, len(seats))
    vertices = {}

    def vertex(p):  # the same corner reckoned from two cells may differ by a metre
        for dx in (0, -1, 1):
            for dy in (0, -1, 1):
                if (p[0] + dx, p[1] + dy) in vertices:
                    return (p[0] + dx, p[1] + dy)
        vertices[p] = True
        return p

    rings = {}
    for i, cell in enumerate(cells):
        corners = []
        for x, y, tag in cell:
            v = vertex((x, y))
            if not corners or corners[-1][0] != v:
                corners.append((v, tag))
            else:
                corners[-1] = (v, tag)
        ring = []
        for (a, tag), (b, _) in zip(corners, corners[1:] + corners[:1]):
            if a == b:
                continue
            s, t = points[i], points[tag]
            line = crooked(a, b, s, t, 0.30) if a < b else crooked(b, a, t, s, 0.30)[::-1]
            ring += line[:-1]
        rings[units[i].code] = ring
    return rings
