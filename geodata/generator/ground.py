"""The cells that roads may use: where each one's node lies, who owns it, how steep it is to leave it.

A path steps from cell to cell (16 directions). Every cell has one node, shifted a little from its centre, so
roads do not look drawn on squared paper and any two roads through a cell share that vertex exactly.
"""
import heapq

import numpy as np

import rivers
from randomness import signed

MOVES = []
for _dr in range(-2, 3):
    for _dc in range(-2, 3):
        if (_dr, _dc) != (0, 0) and (max(abs(_dr), abs(_dc)) == 1 or {abs(_dr), abs(_dc)} == {1, 2}):
            MOVES.append((_dr, _dc, round(100 * (_dr * _dr + _dc * _dc) ** 0.5)))


class Ground:
    def __init__(self, field, heights, units, rings, courses):
        self.field, self.units = field, units
        self.rows, self.cols = field.rows, field.cols
        self.z = [int(v) for v in heights.ravel()]
        gy, gx = np.gradient(heights.astype(float), 100.0)
        self.slope = np.sqrt(gx * gx + gy * gy).ravel().tolist()
        wet = np.zeros(heights.shape, bool)
        for name in sorted(courses):
            wet |= field.near(courses[name], 400.0)[0] <= rivers.HALF_WIDTH[name] + 45
        wet[:2] = wet[-2:] = True
        wet[:, :2] = wet[:, -2:] = True
        self.blocked = bytearray(wet.astype(np.uint8).ravel().tobytes())
        self.owner = self.owners(rings)
        self.cells_of = [[] for _ in units]
        for cell, index in enumerate(self.owner):
            if index >= 0:
                self.cells_of[index].append(cell)
        self.inside = bytearray(1 if o >= 0 else 0 for o in self.owner)
        self.fixed = {}
        for u in units:
            self.fixed[self.cell(u.x, u.y)] = (u.x, u.y)

    def cell(self, x, y):
        return int((self.field.y1 - y) // 100) * self.cols + int((x - self.field.x0) // 100)

    def centre(self, cell):
        return self.field.x0 + 50 + 100 * (cell % self.cols), self.field.y1 - 50 - 100 * (cell // self.cols)

    def node(self, cell):
        if cell in self.fixed:
            return self.fixed[cell]
        x, y = self.centre(cell)
        return round(x + 30 * signed("node x", cell % self.cols, cell // self.cols), 2), \
            round(y + 30 * signed("node y", cell % self.cols, cell // self.cols), 2)

    def owners(self, rings):
        """Index of the unit that each cell's centre lies in, -1 outside (even-odd rule along each row)."""
        owner = [-1] * (self.rows * self.cols)
        for index, unit in enumerate(self.units):
            ring = rings[unit.code]
            cuts = {}
            for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
                top, bottom = max(ay, by), min(ay, by)
                row = max(0, int((self.field.y1 - top) // 100))
                while row < self.rows and self.field.y1 - 50 - 100 * row >= bottom:
                    y = self.field.y1 - 50 - 100 * row
                    if (ay > y) != (by > y):
                        cuts.setdefault(row, []).append(ax + (bx - ax) * (y - ay) / (by - ay))
                    row += 1
            for row, xs in cuts.items():
                xs.sort()
                for left, right in zip(xs[::2], xs[1::2]):
                    first = int((left - self.field.x0 - 50) // 100) + 1
                    last = int((right - self.field.x0 - 50) // 100)
                    for col in range(first, last + 1):
                        owner[row * self.cols + col] = index
        return owner

    def window(self, a, b):
        """The district's cells in the rectangle around two cells and a third of their distance (3 km at least) about it."""
        (r0, r1), (c0, c1) = sorted((a // self.cols, b // self.cols)), sorted((a % self.cols, b % self.cols))
        margin = 30 + max(r1 - r0, c1 - c0) // 3
        c0, c1 = max(0, c0 - margin), min(self.cols, c1 + margin)
        mask = bytearray(len(self.inside))
        for row in range(max(0, r0 - margin), min(self.rows, r1 + margin)):
            mask[row * self.cols + c0:row * self.cols + c1] = self.inside[row * self.cols + c0:row * self.cols + c1]
        return mask

    def only(self, index):
        """The cells of one unit."""
        mask = bytearray(len(self.inside))
        for cell in self.cells_of[index]:
            mask[cell] = 1
        return mask

    def estimate(self, goals, least):
        """A lower bound on the effort still to come, to search towards a single goal first."""
        if goals is None or len(goals) != 1:
            return lambda cell: 0
        (goal,) = goals
        row, col, cols = goal // self.cols, goal % self.cols, self.cols
        return lambda cell: int(least * 100 * ((cell // cols - row) ** 2 + (cell % cols - col) ** 2) ** 0.5)

    def search(self, starts, goals, mask, easy, roads=None, keep=0.3, limit=None):
        """Least-effort path from ``starts`` to the first of ``goals``; ``easy`` is the grade that doubles the effort.

        Roads already there cost ``keep`` of a new one. With ``goals`` None: the effort to every cell within ``limit``.
        """
        cols, z, blocked = self.cols, self.z, self.blocked
        best, back, done = {s: 0 for s in starts}, {}, set()
        ahead = self.estimate(goals, 0.95 * keep if roads else 1.0)
        heap = [(ahead(s), s) for s in sorted(starts)]
        scale = 1.0 / (easy * easy)
        while heap:
            _, a = heapq.heappop(heap)
            if a in done:
                continue
            done.add(a)
            cost = best[a]
            if goals is not None and a in goals:
                path = [a]
                while a in back:
                    a = back[a]
                    path.append(a)
                return path[::-1]
            if limit is not None and cost > limit:
                break
            row, col, za = a // cols, a % cols, z[a]
            near = roads.links.get(a, ()) if roads else ()
            for dr, dc, d in MOVES:
                b = a + dr * cols + dc
                if blocked[b] or not mask[b] or b in done:
                    continue
                if abs(dr) == 2 and blocked[a + dr // 2 * cols] or abs(dc) == 2 and blocked[a + dc // 2]:
                    continue
                grade = (z[b] - za) / d
                step = int(d * min(40.0, 1 + grade * grade * scale))
                if b in near:
                    step = int(step * keep)
                if cost + step < best.get(b, 1 << 60):
                    best[b] = cost + step
                    back[b] = a
                    heapq.heappush(heap, (cost + step + ahead(b), b))
            if roads:
                for b, d in roads.special.get(a, ()):
                    if b not in done and cost + d < best.get(b, 1 << 60):
                        best[b] = cost + d
                        back[b] = a
                        heapq.heappush(heap, (cost + d + ahead(b), b))
        return best if goals is None else None
