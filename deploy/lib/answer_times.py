"""Compares the times of answers that name nobody: can it be told from the time what was behind one?

Usage: answer_times.py FILE     lines of kind, tab, microseconds, as “paradero bench answers” writes them
"""
import math
import sys

# What a family sees when nobody fits; the others are compared with it.
BASE = "nothing"
# Half of a hundredth is what the issue of ten thousand timings each can tell apart at best; the level is shared by the
# comparisons (Bonferroni).
LEVEL = 0.01


def kolmogorov_smirnov(one, other):
    """The largest distance of the two distributions, and how probable one as large is if there is no difference."""
    one, other = sorted(one), sorted(other)
    i = j = 0
    distance = 0.0
    while i < len(one) and j < len(other):
        value = min(one[i], other[j])
        while i < len(one) and one[i] == value:
            i += 1
        while j < len(other) and other[j] == value:
            j += 1
        distance = max(distance, abs(i / len(one) - j / len(other)))
    size = math.sqrt(len(one) * len(other) / (len(one) + len(other)))
    x = (size + 0.12 + 0.11 / size) * distance
    if x < 0.2:
        return distance, 1.0
    total = 2 * sum((-1) ** (k - 1) * math.exp(-2 * k * k * x * x) for k in range(1, 101))
    return distance, min(1.0, max(0.0, total))


def mann_whitney(one, other):
    """The share of pairs in which the other is later, and the two-sided probability, with the correction for ties."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = ties = 0.0
    place = 0
    while place < len(ranked):
        end = place
        while end < len(ranked) and ranked[end][0] == ranked[place][0]:
            end += 1
        count = end - place
        middle = (place + 1 + end) / 2
        ranks += middle * sum(1 for _, side in ranked[place:end] if side == 1)
        ties += count**3 - count
        place = end
    n, m = len(other), len(one)
    statistic = ranks - n * (n + 1) / 2
    total = n + m
    spread = math.sqrt(n * m / 12 * (total + 1 - ties / (total * (total - 1))))
    z = (statistic - n * m / 2) / spread if spread else 0.0
    return statistic / (n * m), math.erfc(abs(z) / math.sqrt(2))


def main(path):
    times = {}
    with open(path, encoding="ascii") as lines:
        for line in lines:
            kind, micros = line.rstrip("\n").split("\t")
            times.setdefault(kind, []).append(int(micros))
    print(f"  {'answer':12} {'timings':>8} {'median ms':>10} {'95 %':>8} {'99 %':>8} {'in the first step':>18}")
    for kind, values in times.items():
        ordered = sorted(values)
        at = lambda share: ordered[min(len(ordered) - 1, int(len(ordered) * share))] / 1000
        first = sum(1 for value in values if value < 100_000) / len(values)
        print(f"  {kind:12} {len(values):8} {at(0.5):10.2f} {at(0.95):8.2f} {at(0.99):8.2f} {first:17.2%}")
    others = [kind for kind in times if kind != BASE]
    apart = []
    print(f"  against “{BASE}”: KS distance, p    share later, p (Mann-Whitney)")
    for kind in others:
        distance, p = kolmogorov_smirnov(times[BASE], times[kind])
        later, q = mann_whitney(times[BASE], times[kind])
        print(f"  {kind:12} {distance:8.4f}  p = {p:.3f}     {later:.4f}  p = {q:.3f}")
        if min(p, q) < LEVEL / (2 * len(others)):
            apart.append(kind)
    if apart:
        print(f"  Told apart at the level of {LEVEL}: {', '.join(apart)}")
        return 1
    print(f"  No two can be told apart at the level of {LEVEL} (shared by {2 * len(others)} tests).")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
