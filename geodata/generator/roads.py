"""Roads between seats and to the villages: least-effort paths over the terrain, joined where they meet.

The trunk road follows the 乌江. Seats whose circle of Gabriel is empty (nobody else in between) are linked,
which gives a connected network with cycles. Rivers are crossed only on named bridges; where the trunk or a
primary road winds a long way round a ridge, up to three tunnels cut it short.
"""
from projection import to_metres
from randomness import between, unit
from villages import distance

TRUNK = ["江口镇", "芙蓉街道", "凤山街道", "羊角街道", "白马镇"]
PRIMARY = [{"凤山街道", "仙女山街道"}, {"芙蓉街道", "火炉镇"}, {"白马镇", "长坝镇"}, {"白马镇", "和顺镇"}, {"和顺镇", "鸭江镇"},
           {"和顺镇", "平桥镇"}, {"火炉镇", "沧沟乡"}, {"火炉镇", "土地乡"}, {"土地乡", "桐梓镇"}, {"长坝镇", "平桥镇"}]
BRIDGES = [("白马乌江大桥", "乌江", 107.5300, 29.4010), ("羊角乌江大桥", "乌江", 107.6090, 29.3915),
           ("土坎乌江大桥", "乌江", 107.6830, 29.3705), ("凤山乌江大桥", "乌江", 107.7480, 29.3225),
           ("芙蓉乌江大桥", "乌江", 107.7700, 29.3135), ("江口乌江大桥", "乌江", 107.8720, 29.2430),
           ("文复乌江大桥", "乌江", 107.9450, 29.2380), ("江口芙蓉江大桥", "芙蓉江", 107.8850, 29.2200),
           ("石桥芙蓉江大桥", "芙蓉江", 107.8640, 29.1800), ("浩口芙蓉江大桥", "芙蓉江", 107.8400, 29.1000)]


def bridges(network, ground, courses):
    for name, river, lon, lat in BRIDGES:
        p = to_metres(lon, lat)
        line = courses[river]
        k = min(range(1, len(line) - 1), key=lambda i: distance(line[i], p))
        (ax, ay, _), (x, y, _), (bx, by, _) = line[k - 1], line[k], line[k + 1]
        length = distance((ax, ay), (bx, by))
        nx, ny = -(by - ay) / length, (bx - ax) / length
        ends = []
        for side in (1, -1):
            step = 20
            while ground.blocked[ground.cell(x + side * nx * step, y + side * ny * step)]:
                step += 20
            ends.append(ground.cell(x + side * nx * step, y + side * ny * step))
        a, b = ground.node(ends[0]), ground.node(ends[1])
        n = max(1, round(distance(a, b) / 110))
        line = [a] + [(round(a[0] + (b[0] - a[0]) * i / n, 2), round(a[1] + (b[1] - a[1]) * i / n, 2)) for i in range(1, n)] + [b]
        network.offer(ends[0], ends[1], "bridge", name + "（示例）", line, int(distance(a, b) * 1.3))


def tunnels(network, ground, paths, limit=3):
    """Cut the worst detours of the given paths short: 600 to 2,600 m under ground that rises in between."""
    found = []
    for path in paths:
        dist = [0.0]
        for a, b in zip(path, path[1:]):
            dist.append(dist[-1] + distance(ground.node(a), ground.node(b)))
        for i in range(0, len(path), 2):
            for j in range(i + 6, min(i + 90, len(path)), 2):
                a, b = ground.centre(path[i]), ground.centre(path[j])
                d = distance(a, b)
                if 600 < d < 2600 and dist[j] - dist[i] > 1.4 * d:
                    between_them = [ground.cell(a[0] + (b[0] - a[0]) * t / 12, a[1] + (b[1] - a[1]) * t / 12) for t in range(1, 12)]
                    ends = max(ground.z[path[i]], ground.z[path[j]])
                    if not any(ground.blocked[c] for c in between_them) and max(ground.z[c] for c in between_them) > ends + 30 \
                            and abs(ground.z[path[i]] - ground.z[path[j]]) < 0.08 * d:
                        found.append((-(dist[j] - dist[i]) / d, path[i], path[j]))
    built = []
    for _, a, b in sorted(found):
        if len(built) < limit and all(distance(ground.centre(a), p) > 5000 for p in built):
            p, q = ground.node(a), ground.node(b)
            built.append(ground.centre(a))
            n = max(1, round(distance(p, q) / 180))
            line = [p] + [(round(p[0] + (q[0] - p[0]) * i / n, 2), round(p[1] + (q[1] - p[1]) * i / n, 2)) for i in range(1, n)] + [q]
            network.offer(a, b, "tunnel", "隧道%d号（示例）" % len(built), line, int(distance(p, q)))
            network.add([a, b], "", "primary", surface="asphalt")


def gabriel(units):
    pairs = []
    for i, a in enumerate(units):
        for b in units[i + 1:]:
            mid, r = ((a.x + b.x) / 2, (a.y + b.y) / 2), distance((a.x, a.y), (b.x, b.y)) / 2
            if all(c in (a, b) or distance((c.x, c.y), mid) > r for c in units):
                pairs.append((round(2 * r), a, b))
    return sorted(pairs, key=lambda p: (p[0], p[1].code, p[2].code))


def between_seats(network, ground, units, old_town):
    cell = {u.name: ground.cell(u.x, u.y) for u in units}
    named = {u.name: u for u in units}
    stops = [(n, cell[n]) for n in TRUNK]
    stops.insert(3, ("土坎", ground.cell(*old_town)))
    paths = []
    for (n, a), (m, b) in zip(stops, stops[1:]):
        paths.append(ground.search([a], {b}, ground.window(a, b), 0.06, network))
        network.add(paths[-1], "沿江干道（示例）", "trunk", "Riverside Trunk Road", surface="asphalt")
    links = gabriel(units)
    main = [(a, b) for _, a, b in links if {a.name, b.name} in PRIMARY]
    main += [(named[min(p)], named[max(p)]) for p in PRIMARY if not any({a.name, b.name} == p for a, b in main)]
    tree = {u.name: u.name for u in units}

    def root(n):
        while tree[n] != n:
            n = tree[n]
        return n

    for a, b in zip(TRUNK, TRUNK[1:]):
        tree[root(a)] = root(b)
    for rank, pairs in (("primary", main), ("secondary", [(a, b) for _, a, b in links])):
        for a, b in pairs:
            fresh = root(a.name) != root(b.name)
            tree[root(a.name)] = root(b.name)
            highway = rank if fresh or rank == "primary" else "tertiary"
            path = ground.search([cell[a.name]], {cell[b.name]}, ground.window(cell[a.name], cell[b.name]),
                                 0.085 if rank == "primary" else 0.10, network)
            paths.append(path)
            network.add(path, "%s—%s公路（示例）" % (a.short, b.short), highway, "%s–%s Road" % (a.short_en, b.short_en),
                        surface="asphalt")
    tunnels(network, ground, paths)


def to_the_border(network, ground, units, course):
    """The trunk road goes on to where the 乌江 enters and leaves the district; returns the last cells."""
    named = {u.name: ground.cell(u.x, u.y) for u in units}
    held = [p for p in course if ground.inside[ground.cell(p[0], p[1])]]
    ends = []
    for name, p in (("江口镇", held[0]), ("白马镇", held[-1])):
        goals = {c for c, o in enumerate(ground.owner) if o >= 0 and not ground.blocked[c] and 250 < distance(ground.centre(c), p) < 650}
        path = ground.search([named[name]], goals, ground.inside, 0.06, network)
        network.add(path, "沿江干道（示例）", "trunk", "Riverside Trunk Road", surface="asphalt")
        ends.append(path[-1])
    return ends


def to_villages(network, ground, villages):
    wanted = [v for v in villages if v.cell is not None and v.where in ("near the seat", "namesake", "road")]
    wanted.sort(key=lambda v: (v.where == "road", distance((v.x, v.y), (v.township.x, v.township.y)), v.id))
    for v in wanted:
        if v.cell in network.links:
            continue
        path = ground.search([v.cell], network.links, ground.inside, 0.13, network)
        if v.kind == "社区":
            network.add(path, v.name[:-2] + "路（示例）", "residential", surface="asphalt")
        else:
            highway = "tertiary" if len(path) > 28 else "unclassified"
            network.add(path, v.name + "道（示例）", highway, surface="concrete")


def tracks(network, ground, near, wanted=26):
    """Tracks to a few hamlets 0.8 to 2 km from the roads."""
    cells = [c for c, o in enumerate(ground.owner) if o >= 0 and not ground.blocked[c] and ground.slope[c] < 0.2
             and unit("hamlet", c) < 0.01]
    cells = [c for c in cells if 800 < near(*ground.centre(c)) < 1900]
    built = []
    for c in sorted(cells, key=lambda c: (unit("hamlet order", c), c)):
        if len(built) < wanted and all(distance(ground.centre(c), ground.centre(b)) > 5500 for b in built):
            built.append(c)
            path = ground.search([c], network.links, ground.inside, 0.16, network)
            network.add(path, "机耕道%d（示例）" % len(built), "track", surface="gravel")


def footpaths(network, ground, villages, wanted=22):
    """Short cuts on foot between villages of different roads."""
    own = [v for v in villages if v.where == "road"]
    pairs = sorted((distance((v.x, v.y), (w.x, w.y)) * between(0.7, 1.3, "footpath", v.id, w.id), v.id, w.id, v.cell, w.cell)
                   for i, v in enumerate(own) for w in own[i + 1:] if 1100 < distance((v.x, v.y), (w.x, w.y)) < 2800)
    count, busy = 0, set()
    for _, a, b, start, end in pairs:
        if count < wanted and not {a, b} & busy:
            path = ground.search([start], {end}, ground.window(start, end), 0.25)
            if path and sum(1 for p, q in zip(path, path[1:]) if q in network.links.get(p, ())) * 2 < len(path):
                count, busy = count + 1, busy | {a, b}
                network.add(path, "人行小路%d（示例）" % count, "path", surface="earth")
