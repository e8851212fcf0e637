"""Roads that cross at ground level meet: a shared vertex is put into both lines (bridges and tunnels excepted)."""


def crossing(p, q, r, s):
    """Where the segments pq and rs properly cross, else None."""
    dx, dy, ex, ey = q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]
    det = dx * ey - dy * ex
    if abs(det) < 1e-9:
        return None
    t = ((r[0] - p[0]) * ey - (r[1] - p[1]) * ex) / det
    u = ((r[0] - p[0]) * dy - (r[1] - p[1]) * dx) / det
    if 0 < t < 1 and 0 < u < 1:
        return p[0] + t * dx, p[1] + t * dy
    return None


def node(lines):
    for _ in range(6):
        if not once([l for l in lines if "bridge" not in l["tags"] and "tunnel" not in l["tags"]]):
            return
    raise ValueError("crossings left after six rounds")


def once(lines):
    buckets, segments = {}, []
    for line in lines:
        for k, (p, q) in enumerate(zip(line["points"], line["points"][1:])):
            segments.append((line, k, p, q))
            for i in range(int(min(p[0], q[0]) // 200), int(max(p[0], q[0]) // 200) + 1):
                for j in range(int(min(p[1], q[1]) // 200), int(max(p[1], q[1]) // 200) + 1):
                    buckets.setdefault((i, j), []).append(len(segments) - 1)
    pairs = sorted({(a, b) for group in buckets.values() for n, a in enumerate(group) for b in group[n + 1:]})
    extra = {}
    for a, b in pairs:
        _, _, p, q = segments[a]
        _, _, r, s = segments[b]
        if {p, q} & {r, s}:
            continue
        hit = crossing(p, q, r, s)
        if hit is None:
            continue
        near = min((p, q, r, s), key=lambda v: ((v[0] - hit[0]) ** 2 + (v[1] - hit[1]) ** 2, v))
        at = near if (near[0] - hit[0]) ** 2 + (near[1] - hit[1]) ** 2 < 12 ** 2 else (round(hit[0], 2), round(hit[1], 2))
        for n in (a, b):
            if at not in (segments[n][2], segments[n][3]):
                extra.setdefault(n, []).append(at)
    inserted = {}
    for n, points in extra.items():
        line, k, p, _ = segments[n]
        points.sort(key=lambda v: (v[0] - p[0]) ** 2 + (v[1] - p[1]) ** 2)
        inserted.setdefault(id(line), (line, {}))[1][k] = points
    for line, at in inserted.values():
        out = []
        for k, p in enumerate(line["points"]):
            for v in [p] + at.get(k, []):
                if not out or out[-1] != v:
                    out.append(v)
        line["points"] = out
    return bool(extra)
