internal import CivilTime
internal import Phrasebook
internal import Records
internal import Services

/// What stands first in a bundle: what it is, what it is not, how to check it.
struct BundleReadme {
  let matter: BundleMatter
  let phrases: Phrases
  let isPractice: Bool

  var text: String { lines.joined(separator: "\n") + "\n" }

  private var scope: String {
    switch matter.scope.subject {
    case .place(let code): "everything reported about the place \(matter.places.first?.facility.name ?? code) (\(code))"
    case .order(let docket): "everything reported under rules of the order \(docket)"
    case .requests(let references): "the requests \(references.joined(separator: ", "))"
    }
  }

  private var lines: [String] {
    let opened = matter.requests.count { $0.opened != nil }
    let notice = isPractice ? ["**Invented, for practice. Nobody and nothing in here is real.**", ""] : []
    return ["# Records about access to counsel", ""] + notice + [
      "Scope: \(scope), on the days from \(matter.scope.first.iso) to \(matter.scope.last.iso), both included, by the clock of each place.",
      "Made on \(matter.madeAt.internet) by the reviewer \(matter.reviewer).",
      "",
      "It was reported to one service by those who use it. It is no random sample of what happened.",
      "What it proves, and whether it may be used, is for a court to say. The hash of a file shows that the copy is the one that was kept; it shows neither that what the file says is true nor where it came from.",
      "",
      "## What is in here",
      "",
      "- `index.md`: every file, and what it is.",
      "- `requests/`: \(matter.requests.count) requests; \(opened) of them with names and exact times, because the reviewer opened them for review with a reason that the audit log keeps. Each of these has its chronology, a draft declaration, and its files of evidence as they came, opened from sealed storage and held to the SHA-256 that was taken when they came.",
      "- `places/`: each day of a place: what was seen, the least and the most that it can have been open, what was posted. Days on which terms were met stand beside the others.",
      "- `findings.csv`: findings under rules whose text a named person has compared with the document: met, breached, unknown, and what reviewers decided, also where they did not uphold it.",
      "- `contrary.md`: what speaks against.",
      "- `rules/`: each version of a rule that a finding names, as it was applied.",
      "- `left-off.md`: what stays off, and why. **Findings under rules whose text nobody has compared are not in here.**",
      "- `audit.jsonl`: entries of the audit log about the requests and files in here, without what was typed as a purpose.",
      "- `checkpoints.txt`: signed checkpoints of that log.",
      "",
      "A declaration in here is a draft. It is nobody's word until the person has read it, corrected it and signed it.",
      "",
      "## Names",
      "",
      "- People who are held: initials in draft declarations; in files of evidence and in quoted words they are as they came. Redact those before filing (Rule 5.2).",
      "- Attorneys: a pseudonym for each, the same throughout this installation; names only in requests that were opened.",
      "- Who saw a place: not named.",
      "- Accounts in the audit log and in decisions: numbers.",
      "",
      "## How to check it without trusting anybody",
      "",
      "With standard tools (tar, coreutils, findutils, diffutils, OpenSSL 3), where BUNDLE.tar lies:",
      "",
      "```sh",
      BundleForm.recipe,
      "```",
      "",
      "The second command says OK for every file; the fourth prints nothing: no file is missing and none was added; the fifth says “Signature Verified Successfully”. The last prints the public key. Compare it with the one that the installation told you by another way: a key that only comes with the bundle shows no more than that all of it is of one hand.",
      "",
      "Or, with this project's program and without any database: `paradero bundle verify BUNDLE.tar --key KEY`.",
    ]
  }
}
