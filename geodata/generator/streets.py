"""A small grid of streets around each seat, turned along the main road, with a few steps up the slope."""
from randomness import between, signed

SIZES = ((40000, 6, 8), (30000, 6, 7), (20000, 5, 6), (12000, 4, 5), (6000, 4, 4), (0, 3, 4))


def build(network, ground, place, key, short, people, oneway=False):
    """Adds the streets to the network's lines and returns their vertices (for facilities to stand on)."""
    x0, y0 = place
    near = sorted(network.links.get(ground.cell(x0, y0), ()))
    if near:
        x1, y1 = ground.node(near[0])
    else:
        x1, y1 = x0 + between(0.2, 1, "street", key), y0 + 0.5
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    along, across = next((a, b) for limit, a, b in SIZES if people >= limit)
    block_u, block_v = between(120, 165, "block u", key), between(105, 140, "block v", key)
    grid = {}
    for i in range(across):
        for j in range(along):
            a = (i - across // 2) * block_u + (0 if (i == across // 2 and j == along // 2) else 9 * signed("u", key, i, j))
            b = (j - along // 2) * block_v + (0 if (i == across // 2 and j == along // 2) else 9 * signed("v", key, i, j))
            x, y = round(x0 + a * ux - b * uy, 2), round(y0 + a * uy + b * ux, 2)
            c = ground.cell(x, y)
            if not ground.blocked[c] and ground.slope[c] < 0.4 and ground.inside[c]:
                grid[(i, j)] = (x, y)
    kept, front = {(across // 2, along // 2)}, [(across // 2, along // 2)]
    while front:
        i, j = front.pop()
        for k in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            if k in grid and k not in kept:
                kept.add(k)
                front.append(k)
    number, corners = 0, []
    rows = [[(i, j) for i in range(across)] for j in range(along)] + [[(i, j) for j in range(along)] for i in range(across)]
    for n, row in enumerate(rows):
        run = []
        for k in row + [None]:
            if k in kept:
                run.append(grid[k])
                continue
            if len(run) > 1:
                number += 1
                tags = {"surface": "asphalt" if n in (along // 2, along + across // 2) else "concrete"}
                if oneway and n == len(rows) - 1:
                    tags["oneway"] = "yes"
                network.lines.append(dict(name="%s%s%d号（示例）" % (short, "街" if n < along else "巷", number), name_en="",
                                          highway="residential", tags=tags, points=run))
            run = []
    for n in range(2):
        steps(network, ground, grid, kept, key, short, n)
    return [grid[k] for k in sorted(kept)]


def steps(network, ground, grid, kept, key, short, n):
    """From a corner of the grid straight away from its middle: a flight of steps, then a path."""
    last_i, last_j = max(i for i, _ in kept), max(j for _, j in kept)
    corner = [k for k in ((last_i, last_j), (0, 0), (0, last_j), (last_i, 0)) if k in kept]
    if len(corner) <= n:
        return
    x, y = grid[corner[n]]
    mx = sum(grid[k][0] for k in kept) / len(kept)
    my = sum(grid[k][1] for k in kept) / len(kept)
    d = ((x - mx) ** 2 + (y - my) ** 2) ** 0.5
    points = [(round(x + (x - mx) / d * s, 2), round(y + (y - my) / d * s, 2)) for s in (0, 62, 128, 230, 335)]
    if any(ground.blocked[ground.cell(*p)] or not ground.inside[ground.cell(*p)] for p in points):
        return
    network.lines.append(dict(name="%s梯道%d（示例）" % (short, n + 1), name_en="", highway="steps", tags={"surface": "stone"}, points=points[:3]))
    network.lines.append(dict(name="%s坡道小路%d（示例）" % (short, n + 1), name_en="", highway="path", tags={"surface": "earth"}, points=points[2:]))
