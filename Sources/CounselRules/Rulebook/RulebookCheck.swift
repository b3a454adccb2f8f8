internal import CivilTime

/// What is wrong with a rulebook as a whole, and what is worth knowing of it.
package struct RulebookCheck: Sendable {
  package private(set) var faults: [DataFault] = []
  /// Gaps between rules of one term, and what nobody has verified: no fault, but not to be forgotten.
  package private(set) var notes: [String] = []

  /// Checks what the schema cannot see. `files` gives each rule's file by its id.
  package init(_ rulebook: Rulebook, files: [SourceFile], languages: [String]) {
    checkNames(rulebook, files)
    for rule in rulebook.rules {
      let file = Self.path(of: rule)
      checkDates(rule, file)
      checkScope(rule, file, rulebook)
      checkWords(rule, file, languages)
    }
    checkVersions(rulebook)
    checkPeriods(rulebook)
    checkPatterns(rulebook)
  }

  /// Where a rule belongs: `orders/B18-CALL-FREE.1.json`.
  package static func path(of rule: Rule) -> String {
    "\(rule.authority.kind.folder)/\(rule.id.name).\(rule.id.version).json"
  }

  private mutating func fault(_ file: String, _ field: String, _ sentence: String) {
    faults.append(DataFault(file: file, field: field, sentence))
  }

  /// Each file is named by its rule, and no rule is there twice.
  private mutating func checkNames(_ rulebook: Rulebook, _ files: [SourceFile]) {
    let wanted = Set(rulebook.rules.map { Self.path(of: $0) })
    let found = Set(files.map(\.name).filter { !$0.hasSuffix(".schema.json") && $0 != RulebookReader.placesName })
    for name in found.subtracting(wanted).sorted() {
      fault(
        name, "", "The name of a file is its authority's folder, the rule's id and its version: orders/B18-DAYS.1.json."
      )
    }
    for (id, same) in Dictionary(grouping: rulebook.rules, by: \.id) where same.count > 1 {
      fault(Self.path(of: same[0]), "id", "\(id) is there twice.")
    }
  }

  private mutating func checkDates(_ rule: Rule, _ file: String) {
    if rule.from == nil, rule.scope.standards == nil, rule.scope.clause == nil {
      fault(file, "from", "Only a rule of a standard or a contract begins when the place's own does; give a day.")
    }
    // Before it is docketed an order binds nobody, and press reports give the day alone.
    if rule.authority.kind == .order, let from = rule.from, from.isExact, from.earliest.minuteOfDay == 0 {
      fault(
        file, "from",
        "An order begins at its docketed minute: write it, or the day as {\"earliest\": …, \"latest\": …}.")
    }
    if let from = rule.from, let to = rule.to, Self.order(to.latest) <= Self.order(from.earliest) {
      fault(file, "to", "It ends before it begins; the end is exclusive.")
    }
    for (index, change) in rule.changes.enumerated() {
      if index > 0, Self.order(change.at.earliest) < Self.order(rule.changes[index - 1].at.latest) {
        fault(file, "changes[\(index)].at", "Changes stand in the order of time and do not overlap.")
      }
      if let to = rule.to, Self.order(change.at.earliest) >= Self.order(to.latest) {
        fault(file, "changes[\(index)].at", "This lies after the rule's end.")
      }
    }
    if rule.isTextVerified, rule.lastVerified == nil || rule.authority.page == nil {
      fault(file, "textVerified", "Say who verified it and when in lastVerified, and the page in authority.page.")
    }
  }

  private mutating func checkScope(_ rule: Rule, _ file: String, _ rulebook: Rulebook) {
    for place in rule.scope.places ?? [] where rulebook.place(place) == nil {
      fault(file, "scope.places", "“\(place)” is not in places.json; add it there.")
    }
    if let building = rule.scope.building, !rulebook.places.contains(where: { $0.building == building }) {
      fault(file, "scope.building", "“\(building)” is no building in places.json.")
    }
    if rule.scope.building != nil, rule.scope.successors == nil {
      fault(
        file, "scope.successors", "Say whether the order reaches other spaces of the building: covered or unsettled.")
    }
    if rule.authority.kind == .order, rule.scope.places == nil {
      fault(file, "scope.places", "An order names its places.")
    }
    if rule.isHeuristic != (rule.confidence == .own), rule.isHeuristic == false {
      fault(file, "confidence", "“own” is for heuristics: law has a source.")
    }
  }

  private mutating func checkWords(_ rule: Rule, _ file: String, _ languages: [String]) {
    for language in languages where rule.plain[language] == nil {
      fault(file, "plain.\(language)", "The plain words are missing in this language.")
    }
    if !rule.isTextVerified, !rule.isHeuristic { notes.append("\(rule.id): the text is not verified.") }
    if rule.to != nil, !rule.isEndVerified { notes.append("\(rule.id): what followed its end is not verified.") }
  }

  private mutating func checkVersions(_ rulebook: Rulebook) {
    for (name, rules) in Dictionary(grouping: rulebook.rules, by: \.id.name).sorted(by: { $0.key < $1.key }) {
      let versions = rules.map(\.id.version).sorted()
      if versions != Array(1...versions.count) {
        fault(
          Self.path(of: rules[0]), "version",
          "The versions of \(name) are \(versions); they count from 1 without a gap.")
      }
      for rule in rules {
        if let replaced = rule.replaces, replaced >= rule.id.version || !versions.contains(replaced) {
          fault(Self.path(of: rule), "replaces", "There is no earlier version \(replaced) of \(name).")
        }
      }
    }
  }

  /// Rules of one term follow each other: surely two at a time is a fault, surely none in between is worth knowing.
  private mutating func checkPeriods(_ rulebook: Rulebook) {
    for (term, rules) in Dictionary(grouping: rulebook.applied, by: \.term).sorted(by: { $0.key < $1.key }) {
      let dated = rules.filter { $0.from != nil }.sorted { Self.start($0) < Self.start($1) }
      for (earlier, later) in zip(dated, dated.dropFirst()) {
        guard let end = earlier.to else {
          fault(
            Self.path(of: later), "from",
            "\(earlier.id) of the same term (\(term)) has no end, so that both are in force; end it or give another term."
          )
          continue
        }
        if Self.order(end.earliest) > Self.order(later.from?.latest ?? end.earliest) {
          fault(Self.path(of: later), "from", "It begins before \(earlier.id) of the same term (\(term)) ends.")
        }
        if let start = later.from, Self.order(end.latest) < Self.order(start.earliest) {
          notes.append("\(term): nothing from \(end.latest.iso) to \(start.earliest.iso).")
        }
      }
    }
  }

  private mutating func checkPatterns(_ rulebook: Rulebook) {
    let modelled = Set(rulebook.applied.flatMap(\.patterns))
    for pattern in Pattern.allCases where !modelled.contains(pattern) {
      fault("rulebook", pattern.rawValue, "No rule is about this pattern.")
    }
  }

  private static func order(_ time: LocalTime) -> Int { time.day.daysSinceEpoch * 1440 + time.minuteOfDay }

  private static func start(_ rule: Rule) -> Int { rule.from.map { order($0.earliest) } ?? Int.min }
}
