"""Misses beside those of the better trigram query, stratum by stratum, with exact paired tests."""

import scores


def better(theirs, most, queries=None):
    """The trigram query that misses less among the searches."""
    def count(method):
        missed = scores.misses(theirs[method], most)
        return len(missed & queries if queries else missed)

    return min(theirs, key=count)


def halved(report, name, found):
    """Overall: our misses are to be at most half of the best trigram query's."""
    theirs = {method: found["theirs"][method]["places"] for method in ("best", "fast")}
    ours = {query: place for query, place in found["ours"].items() if query in found["small"]}
    for most in (1, 10):
        method = better(theirs, most)
        mine, other = scores.misses(ours, most), scores.misses(theirs[method], most)
        p = scores.sign_test(mine, other)
        report.target(f"misses at {most}, {name}, beside pg_trgm's best", "≤ half",
                      f"{len(mine)} beside {len(other)} of {len(ours)} (p {p:.2g})", 2 * len(mine) <= len(other))


def report(report, rows, ours, theirs):
    culture = lambda row: [row["culture"]]
    error = lambda row: row["errors"].split(",") if row["errors"] else ["none"]
    for title, label in (("By name culture", culture), ("By kind of error", error)):
        for most in (1, 10):
            method = better(theirs, most)
            table, lost = [], 0
            for names, count, mine, other, p in scores.strata(rows, ours, theirs[method], label, most):
                fine = 2 * mine <= other if other >= 40 else mine <= other
                lost += not fine
                table.append((named(names), count, share(count, mine), share(count, other), mine, other,
                              f"{p:.2g}", "yes" if fine else "NO"))
            report.title(f"{title}, misses at {most}, 100,000 people; beside pg_trgm's “{method}”")
            report.table(("", "searches", "recall", "theirs", "misses", "theirs", "p", "half?"), table)
            report.target(f"{title.lower()}, misses at {most}", "≤ half in each stratum",
                          f"{len(table) - lost} of {len(table)} strata", lost == 0)
    groups = {}
    for query, place in ours.items():
        groups.setdefault(rows[query]["culture"], []).append(bool(place) and place <= 1)
    recalls = {name: sum(hits) / len(hits) for name, hits in groups.items()}
    best, worst = max(recalls, key=recalls.get), min(recalls, key=recalls.get)
    gap = recalls[best] - recalls[worst]
    report.target("cultures apart, R@1", "≤ 0.03", f"{gap:.4f} ({best} {recalls[best]:.4f}, {worst} {recalls[worst]:.4f})",
                  gap <= 0.03)


def share(count, missed):
    return f"{(count - missed) / count:.4f}"


def named(names):
    """The strata of a pool: all, or the first and how many more."""
    return ", ".join(names) if len(names) <= 4 else f"{', '.join(names[:3])} and {len(names) - 3} more, pooled"
