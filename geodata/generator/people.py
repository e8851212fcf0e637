"""Village people: each township's census total dealt out to its villages, to the last person.

A community gets about three times a village's share, a village less the farther it is from the seat
(largest-remainder rounding). Ages follow the pattern of the hills: the remoter, the older and the fewer
children; women a little under half; households of 2.5 to 3.3 people. All ``illustrative``.
"""
from randomness import between
from villages import distance


def deal(total, weights):
    """Whole numbers in proportion to the weights that add up to ``total``; ties go to the earlier."""
    scale = sum(weights)
    shares = [total * w / scale for w in weights]
    whole = [int(s) for s in shares]
    order = sorted(range(len(shares)), key=lambda i: (-(round(shares[i] - whole[i], 9)), i))
    for i in order[:total - sum(whole)]:
        whole[i] += 1
    return whole


def count(villages, units):
    for u in units:
        own = [v for v in villages if v.township is u]
        weights = []
        for v in own:
            km = distance((v.x, v.y), (u.x, u.y)) / 1000
            if v.kind == "社区":
                w = 2.9 * (1 - 0.10 * min(km, 3))
            else:
                w = (1.45 if v.where == "namesake" else 1.15) - 0.06 * min(km, 9)
            if v.where in ("off the roads", "hill"):
                w *= 0.6
            weights.append(round(w * between(0.75, 1.25, "people", v.id), 6))
        for v, total in zip(own, deal(u.people, weights)):
            cohorts(v, total, min(1.0, distance((v.x, v.y), (u.x, u.y)) / 9000 + (0.35 if v.where in ("off the roads", "hill") else 0)))


def cohorts(v, total, remote):
    town = v.kind == "社区"
    old = (0.180 if town else 0.205) + 0.085 * remote + between(0, 0.01, "old", v.id)
    v.total = total
    v.pop_60plus = round(total * old)
    v.pop_80plus = round(v.pop_60plus * between(0.142, 0.166, "oldest", v.id))
    v.children = round(total * ((0.188 if town else 0.165) - 0.035 * remote + between(-0.009, 0.009, "children", v.id)))
    v.women = round(total * between(0.465, 0.495, "women", v.id))
    v.households = round(total / ((2.95 if town else 3.2) - 0.6 * remote + between(-0.1, 0.1, "households", v.id)))
