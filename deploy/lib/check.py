"""Reads every source file and names what is out of order, one line each: file:line: rule: sentence.

deploy/check calls it. A rule is one function and one line in RULES; a test plants a violation of each.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
PURE = {"CivilTime", "Markup", "Records", "Linkage", "Phrasebook", "CounselRules", "Disclosure"}
TEXT_LIMIT = 1_000_000
REASON = "Longer than 400 lines:"


class Source:
    """A file: its text, its lines, and the same lines with comments and the contents of strings blanked."""

    def __init__(self, name):
        self.name = name
        self.data = (ROOT / name).read_bytes()
        self.binary = b"\0" in self.data
        self.text = "" if self.binary else self.data.decode("utf-8", "replace")
        self.lines = self.text.splitlines()
        self.parts = name.split("/")
        self.suffix = pathlib.PurePath(name).suffix
        self.is_script = self.text.startswith("#!") and "bash" in self.text.split("\n", 1)[0]
        self.code, self.strings = blanked(self.text) if self.suffix == ".swift" else (self.lines, [])

    @property
    def is_swift_source(self):
        return self.suffix == ".swift" and self.parts[0] in ("Sources", "sql")

    @property
    def layer(self):
        return self.parts[1] if self.parts[0] == "Sources" and len(self.parts) > 2 else ""

    @property
    def is_shell(self):
        return self.suffix == ".sh" or self.is_script


SWIFT_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|(#*)"""(.*?)"""\1|(#*)"((?:\\.|[^"\\\n])*)"\3|`[^`\n]*`', re.DOTALL)


def blanked(text):
    """The lines of code without comments and strings, and the strings as (line, text)."""
    strings = []

    def blank(match):
        token = match.group(0)
        if token.startswith("`"):
            return token
        if not token.startswith("/"):
            strings.append((text.count("\n", 0, match.start()) + 1, token))
        return '""' + "\n" * token.count("\n") if not token.startswith("/") else "\n" * token.count("\n")

    return SWIFT_TOKEN.sub(blank, text).split("\n"), strings


def in_code(source, pattern, sentence):
    for number, line in enumerate(source.code, 1):
        match = re.search(pattern, line)
        if match:
            yield number, sentence.format(match.group(0).strip())


def public(source):
    """What crosses a target is `package`."""
    if source.is_swift_source:
        yield from in_code(
            source,
            r"\b(public|open)\s+(?=(static|final|func|var|let|struct|class|enum|actor|protocol|extension|init|import|typealias|subscript|private\(set\))\b)",
            "“{}” is not used here; what crosses a target is package")


def unsafe(source):
    """Pointers live under C/ only."""
    if source.is_swift_source and "C" not in source.parts:
        yield from in_code(
            source,
            r"\b(Unsafe\w*(Pointer|Bytes)\w*|OpaquePointer|withUnsafe\w+|withMemoryRebound|Unmanaged|unsafeBitCast|unsafeDowncast)\b",
            "{} belongs in a C/ folder")


def unchecked(source):
    """A promise the compiler cannot check says why it holds."""
    if source.suffix != ".swift":
        return
    for number, line in enumerate(source.code, 1):
        if re.search(r"@unchecked\s+Sendable|nonisolated\(unsafe\)|@preconcurrency\b", line):
            around = source.lines[max(0, number - 5):number + 4]
            if not any("//" in near for near in around):
                yield number, "say in a comment which lock, queue or guarantee makes it true"


def length(source):
    """A file above 400 lines gives a reason."""
    if source.suffix in (".swift", ".py") or source.is_shell:
        if len(source.lines) > 400 and REASON not in "\n".join(source.lines[:40]):
            yield 400, f"{len(source.lines)} lines; split it, or begin a comment near the top with “{REASON}”"


SQL = re.compile(
    r"\b(select\s+[\w*(\".,\s]+\sfrom\s|insert\s+into\s|delete\s+from\s+\w|update\s+[\w.]+\s+set\s|create\s+(table|view|index)\s)",
    re.IGNORECASE)


def sql_in_site(source):
    """The site never writes SQL, nor does anything pure."""
    if source.layer in PURE | {"Site", "Gateway", "Vault"}:
        for number, text in source.strings:
            if SQL.search(text):
                yield number, f"SQL in {source.layer}; it belongs in Stores"
        yield from in_code(source, r"\bPostgresQuery\b", "{} in " + source.layer + "; it belongs in Stores")


def rendering_in_stores(source):
    """Stores give records; pages are made elsewhere."""
    if source.layer in {"Stores", "Postgres", "Migrator"}:
        yield from in_code(source, r"\bimport\s+(Markup|Phrasebook|Site)\b", "“{}” in " + source.layer)
        for number, text in source.strings:
            if re.search(r"</?(p|div|span|a|li|ul|table|tr|td|h[1-6]|br|html|body)\b[^>]*>", text):
                yield number, f"HTML in {source.layer}; pages are made in Site"


def effects_in_pure(source):
    """Pure layers know no clock, no files, no environment."""
    if source.layer in PURE:
        yield from in_code(
            source,
            r"\bDate\(\)|\bDate\.now\b|\bContinuousClock\b|\bSuspendingClock\b|\bFileManager\b|\bProcessInfo\b|\bgetenv\b|\bURLSession\b|\bSystemRandomNumberGenerator\b",
            "{} in the pure layer " + source.layer + "; take it as an argument")


def printing(source):
    """Only the command talks; a layer that prints may print a person's data."""
    if source.is_swift_source and source.layer not in {"paradero", "TestKit"}:
        yield from in_code(source, r"(?<![\w.])(print|debugPrint|dump|NSLog)\(", "{}…) outside the command")


def module_names(source):
    """No module shares its name with a type."""
    if source.is_swift_source:
        modules = [entry.name for entry in (ROOT / "Sources").iterdir() if entry.is_dir()] + ["Schema"]
        names = "|".join(map(re.escape, modules))
        yield from in_code(
            source, rf"\b(struct|class|enum|actor|protocol|typealias)\s+({names})\b", "“{}” has the name of a module")


SECRETS = [
    r"-----BEGIN [A-Z ]*PRIVATE " + "KEY-----",
    "AGE-SECRET-" + r"KEY-1[0-9A-Z]{20}",
    r"\bAKIA[0-9A-Z]{16}\b",
    r"\b(ghp|gho|glpat|xox[bp])[-_][0-9A-Za-z]{20}",
    r"://[^/\s:@\"'<>{}\\()$]+:(?!(?:password|hunter2|Planted|old|new|…|pa%40ss)@)[^/\s:@\"'<>{}\\()$]+@(?!/)",
    r"(?i)\b(password|passwd|secret|api_?key|token)\s*[:=]\s*[\"'][0-9A-Za-z+/_\-]{24,}[\"']",
]


def secrets(source):
    """Nothing secret is kept in the tree."""
    for number, line in enumerate(source.lines, 1):
        if any(re.search(pattern, line) for pattern in SECRETS):
            yield number, "looks like a secret"


MACHINE = re.compile(
    r"(?<![\w.])/(work|Users|mnt)/\w|(?<![\w.])/home/(?!paradero\b)\w+/|(?<![\w.])/ro" + r"ot/|\.\./shar" + r"ed\b|/opt/swift-pack" + "ages")


def machine_paths(source):
    """No path of one machine; the tree works wherever it lies."""
    for number, line in enumerate(source.lines, 1):
        match = MACHINE.search(line)
        if match:
            yield number, f"“{match.group(0)}” is a path of one machine"


def leftovers(source):
    """What is left to do is an issue, not a remark."""
    if source.suffix in (".swift", ".sql", ".py", ".css", ".js", ".in", ".yaml", ".yml") or source.is_shell:
        for number, line in enumerate(source.lines, 1):
            match = re.search(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b", line)
            if match:
                yield number, f"“{match.group(0)}”: do it or file it"


def tracked(source):
    """Nothing built is kept, and nothing that only a machine can read."""
    if source.parts[-1] == "Package.resolved" or ".build" in source.parts or "__pycache__" in source.parts:
        yield 1, "is made by a build and not kept"
    elif source.binary and source.parts[0] != "Tests":
        yield 1, "is a binary file"
    elif len(source.data) > TEXT_LIMIT and source.name.split("/")[:2] != ["sql", "seed"]:
        yield 1, f"is larger than {TEXT_LIMIT // 1000} kB"


def scripts(source):
    """A script stops at the first thing that fails."""
    if source.is_script and "set -euo pipefail" not in source.text:
        yield 1, "lacks “set -euo pipefail”"


def import_check(source):
    """Every build holds the borders of the layers."""
    if not (source.is_shell or source.suffix in (".md", ".service") or source.parts[-1] == "Containerfile"):
        return
    joined = re.sub(r"\\\n", lambda _: " \0", source.text)
    for number, line in enumerate(joined.split("\n"), 1):
        if not line.lstrip().startswith("#") and re.search(r"(?:\bswift|\$SWIFT\"?|\$\{SWIFT\}\"?) +(build|test|run)\b(?!\.)", line) and "`swift test`" not in line:
            known = ("--explicit-target-dependency-import-check error", "${SWIFT_FLAGS[@]}", "--show-bin-path")
            if not any(words in line for words in known):
                before = joined.split("\n")[:number - 1]
                yield number + sum(each.count("\0") for each in before), \
                    "builds without --explicit-target-dependency-import-check error"


def python(source):
    """A Python script compiles."""
    if source.suffix == ".py":
        try:
            compile(source.text, source.name, "exec")
        except SyntaxError as error:
            yield error.lineno or 1, f"does not compile: {error.msg}"


LOCKS = {}


def locks(source):
    """Two files never take the same advisory lock: each would wait for what it has nothing to do with."""
    is_replaceable = source.parts[:2] == ["sql", "replaceable"]
    if not is_replaceable and (source.parts[0] != "Sources" or source.layer == "TestKit"):
        return
    for number, line in enumerate(source.lines, 1):
        for digits in re.findall(r"advisory_(?:xact_)?lock\(\D{0,4}(\d[\d_]{9,})", line):
            first = LOCKS.setdefault(digits.replace("_", ""), source.name)
            if first != source.name:
                yield number, f"takes the advisory lock {digits} of {first}"


RULES = [
    public, unsafe, unchecked, length, sql_in_site, rendering_in_stores, effects_in_pure, printing, module_names,
    secrets, machine_paths, leftovers, tracked, scripts, import_check, python,
    locks,
]


def files():
    """What is tracked or about to be."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        check=True, capture_output=True).stdout.decode()
    forced = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached"], check=True, capture_output=True).stdout.decode()
    for name in sorted(set(listed.split("\0")) | set(forced.split("\0"))):
        path = ROOT / name
        if name and path.is_file() and not path.is_symlink():
            yield name


def main():
    found = 0
    for name in files():
        source = Source(name)
        for rule in RULES:
            for number, sentence in rule(source) or ():
                found += 1
                print(f"{name}:{number}: {rule.__name__}: {sentence}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
