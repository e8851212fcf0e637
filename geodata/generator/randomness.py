"""Repeatable chance: every draw is a hash of the seed and of what it is drawn for.

No generator state is carried along, so adding a village does not move a road somewhere else, and
two neighbours that ask about the same edge get the same answer.
"""
import hashlib

SEED = 20240222  # the day of 武隆民政发〔2024〕8号; any other number gives another plausible district


def unit(*keys):
    """A number in [0, 1) that belongs to these keys (strings and integers only)."""
    text = "|".join(str(k) for k in (SEED,) + keys).encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=6).digest(), "big") / float(1 << 48)


def between(low, high, *keys):
    return low + (high - low) * unit(*keys)


def signed(*keys):
    """A number in [-1, 1), denser in the middle (the mean of two draws)."""
    return unit(*keys, "a") + unit(*keys, "b") - 1.0
