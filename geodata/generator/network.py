"""The road network while it grows: which cells are joined, and the lines in the order they were built."""


class Network:
    def __init__(self, ground):
        self.ground = ground
        self.links = {}      # cell -> cells that a road or a used bridge joins it to
        self.special = {}    # cell -> [(cell, cost)]: bridges and tunnels that a path may use
        self.spans = {}      # (cell, cell) -> ("bridge" | "tunnel", name, line)
        self.used = set()
        self.lines = []      # dicts: name, name_en, highway, tags, points
        self.outer = set()   # cells of neighbours' roads

    def offer(self, a, b, kind, name, line, cost):
        self.special.setdefault(a, []).append((b, cost))
        self.special.setdefault(b, []).append((a, cost))
        self.spans[(a, b)] = (kind, name, line)
        self.spans[(b, a)] = (kind, name, line[::-1])

    def add(self, path, name, highway, name_en="", **tags):
        """Build what of the path is not built yet; bridges and tunnels become lines of their own."""
        run = [path[0]]
        for a, b in zip(path, path[1:]):
            span = self.spans.get((a, b))
            if b in self.links.get(a, ()) or span:
                self.emit(run, name, highway, name_en, tags)
                run = [b]
                if span and (a, b) not in self.used:
                    self.used |= {(a, b), (b, a)}
                    self.join(a, b)
                    extra = {"bridge": "yes", "layer": 1} if span[0] == "bridge" else {"tunnel": "yes", "layer": -1}
                    self.lines.append(dict(name=span[1], name_en="", highway=highway, points=span[2], tags={**tags, **extra}))
            else:
                self.join(a, b)
                run.append(b)
        self.emit(run, name, highway, name_en, tags)

    def join(self, a, b):
        self.links.setdefault(a, {})[b] = True
        self.links.setdefault(b, {})[a] = True

    def emit(self, run, name, highway, name_en, tags):
        if len(run) > 1:
            self.lines.append(dict(name=name, name_en=name_en, highway=highway, tags=dict(tags),
                                   points=[self.ground.node(c) for c in run]))


class Nearest:
    """Distance from a place to the nearest road vertex, through 1 km buckets (beyond 4 km it says 4,000)."""

    def __init__(self, lines):
        self.buckets = {}
        for line in lines:
            for p in line["points"]:
                self.buckets.setdefault((int(p[0] // 1000), int(p[1] // 1000)), []).append(p)

    def __call__(self, x, y):
        best = 4000.0 ** 2
        bx, by = int(x // 1000), int(y // 1000)
        for ring in range(5):
            if best <= ((ring - 1) * 1000.0) ** 2 and ring > 0:
                break
            for i in range(bx - ring, bx + ring + 1):
                for j in range(by - ring, by + ring + 1):
                    if max(abs(i - bx), abs(j - by)) == ring:
                        for p in self.buckets.get((i, j), ()):
                            best = min(best, (p[0] - x) ** 2 + (p[1] - y) ** 2)
        return best ** 0.5
