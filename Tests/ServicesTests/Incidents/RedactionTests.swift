import Testing

@testable import Services

@Suite struct `Words to be given away` {
  static let names = ["José Ángel García-López", "Li Wu", "012345678", "Ana Ruiz", "Ruiz & Chen", "PV-7K3M9Q"]

  static let cases: [(before: String, after: String)] = [
    ("They said García-López was gone.", "They said [redacted: name] was gone."),
    ("jose angel garcia lopez asked twice", "[redacted: name] asked twice"),
    ("GARCIA, JOSE: no visit.", "[redacted: name]: no visit."),
    ("José\u{301} García’s sister waited.", "[redacted: name]’s sister waited."),
    ("Gar\u{200B}cía was moved.", "[redacted: name] was moved."),
    ("Ms. Wu and Li came; I will not wu.", "Ms. [redacted: name] and [redacted: name] came; I will not wu."),
    ("His number is A012-345-678.", "His number is [redacted: A-number]."),
    ("A# 012 345 678 on the sheet", "[redacted: A-number] on the sheet"),
    ("a12345678 was read out", "[redacted: A-number] was read out"),
    ("SSN 123-45-6789.", "SSN [redacted: social security number]."),
    ("Call 213-555-0142 or (213) 555 0142.", "Call [redacted: telephone] or [redacted: telephone]."),
    ("Write to maria.lopez+x@example.org please", "Write to [redacted: e-mail] please"),
    ("born 3/4/1990, or 1990-03-04", "born [redacted: day], or [redacted: day]"),
    ("Birthday March 4, 1990; 4 de marzo de 1990", "Birthday [redacted: day]; [redacted: day]"),
    ("DOB: 12-31-1988 of the brother", "DOB: [redacted: day] of the brother"),
    ("lives at 1420 W. Sample Street, Apt 4", "lives at [redacted: address]"),
    ("vive en Calle Olvera 12", "vive en [redacted: address]"),
    ("account 4111 1111 1111 1111", "account [redacted: number]"),
    ("Badge 17 said: “No attorney visits here” at 10:40.", "Badge 17 said: “No attorney visits here” at 10:40."),
    (
      "On 2026-11-20 the door of B-18 was closed for 45 minutes.",
      "On 2026-11-20 the door of B-18 was closed for 45 minutes."
    ),
  ]

  @Test(arguments: cases) func `lose who is in them, and keep what happened`(_ row: (before: String, after: String)) {
    let redaction = Redaction(names: Self.names, births: ["1990-03-04"])
    #expect(redaction.apply(row.before).text == row.after)
  }

  @Test func `say how often, and why`() {
    let (text, taken) = Redaction(names: Self.names).apply("Ruiz called 213-555-0142; Ruiz waited.")
    #expect(text == "[redacted: name] called [redacted: telephone]; [redacted: name] waited.")
    #expect(taken == [.name: 2, .phone: 1])
  }
}
