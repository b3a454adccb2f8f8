internal import CivilTime
internal import Linkage

/// Turns a true person into what a roster says of them.
struct Recording: Sendable {
  let asOf: CivilDate

  func record(_ person: TruePerson, _ random: inout SplitMix64) -> RecordedPerson {
    let isCareful = random.chance(0.1)
    var draft = Draft(person, isCareful: isCareful)
    // Every second record is right; one in twenty has three errors.
    let roll = random.unit()
    let count = roll < 0.46 ? 0 : roll < 0.81 ? 1 : roll < 0.95 ? 2 : 3
    for _ in 0..<count {
      if let error = OfficerError.frequencies.draw(&random) { draft.make(error, asOf: asOf, &random) }
    }
    return render(draft, isCareful: isCareful, &random)
  }

  private func render(_ draft: Draft, isCareful: Bool, _ random: inout SplitMix64) -> RecordedPerson {
    func style(_ text: String) -> String { isCareful ? text : text.uppercased() }
    let given = style(draft.given.joined(separator: " "))
    var family = style(draft.family.joined(separator: " "))
    if let suffix = draft.suffix, random.chance(0.5) { family += " " + style(suffix) }
    let isComma = random.chance(0.6)
    var full = isComma ? family + ", " + given : given + " " + family
    var isSplit = random.chance(0.85)
    if let cut = draft.cut, full.count > cut {
      full = String(full.prefix(cut))
      // A field that was cut was one field.
      isSplit = false
      while full.last == " " || full.last == "," { full.removeLast() }
    }
    let knowsBirth = random.chance(0.93)
    let basis = knowsBirth ? draft.birthBasis : nil
    let year = basis == "age" ? draft.birth.year + (random.chance(0.4) ? 1 : 0) : draft.birth.year
    return RecordedPerson(
      fullName: full, given: isSplit ? given : nil, family: isSplit ? family : nil,
      birthDate: basis == "date" ? draft.birth : nil, birthYear: basis == nil ? nil : year, birthBasis: basis,
      sex: random.chance(0.95) ? (draft.isWoman ? "female" : "male") : nil,
      country: random.chance(0.96) ? draft.country : nil, aNumber: random.chance(0.55) ? draft.aNumber : nil,
      errors: draft.errors)
  }
}
