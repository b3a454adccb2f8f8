"""Recall, F1, paired tests and reliability, from answers and the truth. Plain Python, so that it can be checked by hand."""

import csv
import math
import zlib


def truths(path):
    """query -> its record, or None for somebody who is not in the data; and all columns by query."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    return {key: row["truth"] or None for key, row in rows.items()}, rows


def spread(items, count):
    """At most so many, evenly spread; all if 0."""
    return items[:: max(1, len(items) // count)] if count else items


def ranked(path):
    """query -> [(record, weight, probability)], the best first; of a record's several rows the best. A tie is cut by lot."""
    found = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            line = (row["record"], float(row["weight"]), float(row["probability"] or 0))
            found.setdefault(row["query"], []).append(line)
    for query, lines in found.items():
        best = {}
        for record, weight, probability in lines:
            if record not in best or weight > best[record][1]:
                best[record] = (record, weight, probability)
        found[query] = sorted(best.values(), key=lambda line: (-line[1], zlib.crc32(line[0].encode())))
    return found


def places(truth, answers):
    """query -> the place of the right record among the answers, from 1; None when it is not there."""
    result = {}
    for query, right in truth.items():
        if right is not None:
            order = [line[0] for line in answers.get(query, [])]
            result[query] = order.index(right) + 1 if right in order else None
    return result


def recall(places, most):
    return sum(1 for place in places.values() if place and place <= most) / max(1, len(places))


def best_f1(lines, positives):
    """The best F1 over all thresholds of (sureness, is right), its precision and recall, and the sureness it is reached at."""
    best = (0.0, 0.0, 0.0, None)
    lines = sorted(lines, reverse=True)
    right = 0
    for count, (sureness, is_right) in enumerate(lines, 1):
        right += is_right
        if count < len(lines) and lines[count][0] == sureness:
            continue
        f1 = 2 * right / (count + positives)
        if f1 > best[0]:
            best = (f1, right / count, right / positives, sureness)
    return best


def f1_even(truth, answers, positives, threshold=0.5):
    """The F1 of all pairs that are more probable than not: what somebody gets who chooses no threshold."""
    taken = [record == truth.get(query) for query, lines in answers.items()
             for record, _, probability in lines if probability >= threshold]
    return 2 * sum(taken) / max(1, len(taken) + positives)


def pairs_again(path, truth, threshold=0.5):
    """F1, precision and recall of the pairs of one list that are at least so probable."""
    with open(truth, encoding="utf-8") as file:
        right = {frozenset(row.values()) for row in csv.DictReader(file)}
    with open(path, encoding="utf-8") as file:
        lines = list(csv.reader(file))[1:]
    found = {frozenset(line[:2]) for line in lines if float(line[3]) >= threshold}
    both = len(found & right)
    return 2 * both / (len(found) + len(right)), both / max(1, len(found)), both / len(right)


def all_pairs(truth, answers):
    """Every pair by how sure its program is: by probability, where it gives one, then by weight."""
    return [((probability, weight), record == truth.get(query)) for query, lines in answers.items()
            for record, weight, probability in lines]


def top_answers(truth, answers):
    """The best answer of each query alone, which may still be withheld by a threshold."""
    return all_pairs(truth, {query: lines[:1] for query, lines in answers.items()})


def one_to_one(truth, answers):
    """Pairs of which no record is in two, the surest first: for lists in which each person stands once."""
    taken_queries, taken_records, pairs = set(), set(), []
    lines = [(probability, weight, query, record) for query, found in answers.items()
             for record, weight, probability in found]
    for probability, weight, query, record in sorted(lines, reverse=True):
        if query not in taken_queries and record not in taken_records:
            taken_queries.add(query)
            taken_records.add(record)
            pairs.append(((probability, weight), record == truth.get(query)))
    return pairs


def sign_test(ours, theirs):
    """Exact two-sided McNemar test of two sets of misses of the same queries."""
    only_ours, only_theirs = len(ours - theirs), len(theirs - ours)
    count = only_ours + only_theirs
    if count == 0:
        return 1.0
    tail = sum(math.comb(count, k) for k in range(min(only_ours, only_theirs) + 1)) / 2**count
    return min(1.0, 2 * tail)


def misses(places, most):
    return {query for query, place in places.items() if not place or place > most}


def strata(rows, ours, theirs, label, most, least=40):
    """Strata as (names, searches, our misses, their misses, p); small ones are pooled until the others miss enough."""
    groups = {}
    for query in ours:
        for name in label(rows[query]):
            groups.setdefault(name, set()).add(query)
    our_misses, their_misses = misses(ours, most), misses(theirs, most)
    waiting, result = [], []
    for name, queries in sorted(groups.items(), key=lambda group: -len(group[1] & their_misses)):
        if len(queries & their_misses) >= least:
            result.append(([name], queries))
        else:
            waiting.append((name, queries))
    pool = ([], set())
    for name, queries in waiting:
        pool = (pool[0] + [name], pool[1] | queries)
        if len(pool[1] & their_misses) >= least:
            result.append(pool)
            pool = ([], set())
    if pool[0]:
        result.append(pool)
    return [
        (names, len(queries), len(queries & our_misses), len(queries & their_misses),
         sign_test(queries & our_misses, queries & their_misses))
        for names, queries in result
    ]


def lower_bound(right, count, z=1.6449):
    """Wilson's lower bound of a share, one-sided 95% as z says."""
    if count == 0:
        return 0.0
    share = right / count
    centre = share + z * z / (2 * count)
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return (centre - spread) / (1 + z * z / count)


def upper_bound(wrong, count, z=1.6449):
    return 1 - lower_bound(count - wrong, count, z) if count else 1.0


EDGES = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0000001]


def reliability(pairs):
    """Rows of (from, to, count, mean probability, share right), and the expected calibration error."""
    rows, error = [], 0.0
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [(probability, right) for probability, right in pairs if low <= probability < high]
        if inside:
            said = sum(probability for probability, _ in inside) / len(inside)
            was = sum(right for _, right in inside) / len(inside)
            rows.append((low, min(high, 1.0), len(inside), said, was))
            error += abs(said - was) * len(inside) / len(pairs)
    return rows, error


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else 0.0
