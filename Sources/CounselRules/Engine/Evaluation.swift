package import CivilTime

extension Rulebook {
  /// Everything that the rules say of one place and its requests, in a fixed order.
  package func findings(on file: CaseFile, now: Timestamp) -> [Finding] {
    let rules = PlaceRules(self, at: file.place)
    return rules.findings(onPlace: file.events, now: now) + file.requests.flatMap { rules.findings(on: $0, now: now) }
  }
}
