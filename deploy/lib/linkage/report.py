"""The tables that the benchmark prints, and its targets: what was wanted, what was measured, and whether it was met."""


class Report:
    def __init__(self):
        self.lines, self.targets, self.figures, self.shown = [], [], {}, 0

    def title(self, text):
        self.lines += ["", text, "─" * len(text)]

    def say(self, text=""):
        self.lines.append(text)

    def table(self, header, rows):
        cells = [[str(cell) for cell in row] for row in [header, *rows]]
        widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
        for row in cells:
            first = row[0].ljust(widths[0])
            rest = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))
            self.lines.append("  ".join([first, *rest]).rstrip())

    def target(self, what, wanted, figure, met):
        """One of the issue's targets; met is None when it was not measured."""
        word = "not measured" if met is None else "met" if met else "NOT MET"
        self.targets.append((what, wanted, figure, word))

    def close(self):
        """Puts the targets at the end, all together."""
        if self.targets:
            self.title("Targets")
            self.table(("target", "wanted", "measured", ""), self.targets)

    def fresh(self):
        """The lines that were not asked for before."""
        lines, self.shown = self.lines[self.shown :], len(self.lines)
        return "\n".join(lines)

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"


def share(value, digits=4):
    return "–" if value is None else f"{value:.{digits}f}"


def milliseconds(value):
    return "–" if value is None else f"{value:.2f}" if value < 100 else f"{value:.0f}"


def ratio(theirs, ours):
    return f"{theirs / ours:.0f}×" if ours and theirs / ours >= 10 else f"{theirs / ours:.1f}×" if ours else "–"
