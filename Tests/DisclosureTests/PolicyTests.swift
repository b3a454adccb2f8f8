import CivilTime
import Disclosure
import Linkage
import Testing

@Suite struct `What earns an answer` {
  static let cases: [(Facts, DisclosureRule.Name?)] = [
    (.surname.number, .numberAndName), (.name.number, .numberAndName), (.givenAlone.number, .numberAndName),
    (.nothing.number, nil), (.otherName.number, nil),
    (.name.birthday.country, .nameBirthCountry), (.name.birthday, nil), (.nothing.birthday.country, nil),
    (.surname.birthday.country, nil), (.givenAlone.birthday.country, nil),
    (.name.birthYear.country, nil), (.name.birthYear.country.sex, nil), (.name.birthYear.country.homePlace.sex, nil),
    (.name.birthYear.country.arrestDay, .nameYearCountryArrestDay),
    (.name.birthYear.country.nextDay, .nameYearCountryArrestDay),
    (.name.birthYear.country.arrestWeek, nil),
    (.name.birthYear.country.arrestPlace, .nameYearCountryArrestPlace),
    (.name.birthYear.country.state, nil),
    (.name.birthYear.arrestDay, nil), (.name.country.arrestDay, nil), (.name.arrestDay.arrestPlace, nil),
    (.surname.birthYear.country.arrestDay, nil),
    (.name.with(.birth, .dayMonthSwapped), nil), (.name.with(.birth, .dayMonthSwapped).country, .nameBirthCountry),
    (.surname.with(.birth, .dayMonthSwapped).country, nil),
    (.name.with(.birth, .dayMonthSwapped).with(.country, .sameRegion).arrestDay, nil),
    (.name.with(.birth, .oneDigit).country, nil), (.name.with(.birth, .nearYear).country.arrestDay, nil),
    (.name.with(.birth, .fitsAge).country.arrestDay, nil),
    (.name.birthday.with(.country, .sameRegion), nil), (.name.with(.aNumber, .oneDigit), nil),
    (.name, nil), (.name.country.sex.homePlace, nil), (.name.sex.homePlace.birthYear, nil),
  ]

  @Test(arguments: cases) func `follows the standard policy`(_ facts: Facts, _ rule: DisclosureRule.Name?) {
    #expect(DisclosurePolicy.standard.decide([facts.candidate()], offered: everything).rule == rule)
  }

  static let stricter: [(DisclosurePolicy.Name, Facts, DisclosureRule.Name?)] = [
    (.strict, .name.birthday.country, nil), (.strict, .name.birthday.country.arrestDay, .nameBirthCountryArrest),
    (.strict, .name.birthday.country.arrestPlace, .nameBirthCountryArrest),
    (.strict, .name.birthYear.country.arrestDay, nil), (.strict, .name.number, .numberAndWholeName),
    (.strict, .surname.number, nil),
    (.numbers, .name.number, .numberAndWholeName), (.numbers, .surname.number, nil),
    (.numbers, .name.birthday.country.arrestDay, nil),
    (.none, .name.number.birthday.country.arrestDay.arrestPlace, nil),
  ]

  @Test(arguments: stricter)
  func `follows the policy that was chosen`(
    _ policy: DisclosurePolicy.Name, _ facts: Facts, _ rule: DisclosureRule.Name?
  ) {
    #expect(DisclosurePolicy.named(policy).decide([facts.candidate()], offered: everything).rule == rule)
  }

  @Test(arguments: Hindrance.allCases) func `nobody is told of by itself who`(_ hindrance: Hindrance) {
    let known = Facts.name.number.birthday.country.arrestDay
    let decision = DisclosurePolicy.standard.decide([known.candidate(1, [hindrance])], offered: everything)
    #expect(decision.why == .protected)
  }

  @Test(arguments: [(0.9, 4.0, true), (0.89, 4, false), (0.9, 3.9, false), (0.999, 0, false), (0.999, 10, true)])
  func `the candidate must be probable and ahead of its rivals`(
    _ probability: Double, _ lead: Double, _ isTold: Bool
  ) {
    let known = Facts.name.birthday.country
    let rival = DisclosureCandidate(
      person: 2, agreements: Facts.name.agreements, bits: known.bits - lead, probability: 0.01)
    for candidates in [
      [known.candidate(probability: probability), rival], [rival, known.candidate(probability: probability)],
    ] {
      let decision = DisclosurePolicy.standard.decide(candidates, offered: everything)
      #expect((decision.rule != nil) == isTold)
      if !isTold { #expect(decision.why == .notSure) }
    }
  }

  @Test(arguments: Hindrance.allCases)
  func `planted and unscreened records are no rivals, and all others are`(_ hindrance: Hindrance) {
    let known = Facts.name.birthday.country
    // Two that weigh the same share the probability between them.
    let twin = known.candidate(2, probability: 0.4999, [hindrance])
    let decision = DisclosurePolicy.standard.decide([known.candidate(probability: 0.4999), twin], offered: everything)
    let isPlanted = [Hindrance.unscreened, .unverified, .withdrawn, .suppressed].contains(hindrance)
    #expect((decision.rule != nil) == isPlanted)
    #expect(decision.why == (isPlanted ? nil : .notSure))
  }

  @Test func `a rival who earned nothing still stands in the way of the one behind`() {
    let best = Facts.name.birthday.country.candidate(1, [.hidden])
    let other = Facts.name.birthYear.country.arrestDay.candidate(2, probability: 0.001)
    #expect(DisclosurePolicy.standard.decide([best, other], offered: everything).why != nil)
  }

  @Test func `nobody is told of when nobody fits`() {
    #expect(DisclosurePolicy.standard.decide([], offered: everything).why == .nobody)
    #expect(DisclosurePolicy.standard.decide([Facts.name.candidate()], offered: everything).why == .notEarned)
  }

  @Test func `a decision says kinds of facts and no more`() throws {
    let decision = DisclosurePolicy.standard.decide(
      [Facts.name.birthYear.country.nextDay.sex.candidate()], offered: everything)
    guard case .tell(let grant) = decision else {
      Issue.record("nothing was told")
      return
    }
    #expect(grant.facts == [.wholeName, .birth, .country, .arrestDay])
    #expect(grant.person == 1)
    #expect(
      grant.told == [
        ToldFact(.givenName, .same), ToldFact(.familyName, .soundsAlike), ToldFact(.birth, .inPart),
        ToldFact(.country, .same), ToldFact(.arrestDay, .same),
      ])
  }
}

@Suite struct `What is told of what was given` {
  static func told(_ facts: Facts, perThousand: Double? = nil) -> DisclosureGrant? {
    let candidate = DisclosureCandidate(
      person: 1, agreements: facts.agreements, bits: facts.bits, probability: 0.999,
      nameFrequencyPerThousand: perThousand)
    let decision = DisclosurePolicy.standard.decide([candidate], offered: everything)
    return if case .tell(let grant) = decision { grant } else { nil }
  }

  static let cases: [(Facts, [ToldFact])] = [
    (
      .name.number.with(.country, .different, -4),
      [
        ToldFact(.aNumber, .same), ToldFact(.givenName, .same), ToldFact(.familyName, .soundsAlike),
        ToldFact(.country, .another),
      ]
    ),
    // Not how near: a country of the region is another one, and so is a day of the week.
    (
      .name.number.with(.country, .sameRegion, 1).arrestWeek.state,
      [
        ToldFact(.aNumber, .same), ToldFact(.givenName, .same), ToldFact(.familyName, .soundsAlike),
        ToldFact(.country, .another), ToldFact(.arrestDay, .another), ToldFact(.arrestPlace, .inPart),
      ]
    ),
    (.givenAlone.number, [ToldFact(.aNumber, .same), ToldFact(.wholeName, .inPart)]),
    (.surname.number, [ToldFact(.aNumber, .same), ToldFact(.wholeName, .inPart)]),
    (
      .name.with(.birth, .dayMonthSwapped).country.sex.homePlace,
      [
        ToldFact(.givenName, .same), ToldFact(.familyName, .soundsAlike), ToldFact(.birth, .same),
        ToldFact(.country, .same),
      ]
    ),
  ]

  @Test(arguments: cases) func `is a kind for each fact, in one order`(_ facts: Facts, _ told: [ToldFact]) {
    #expect(Self.told(facts)?.told == told)
  }

  static let levels: [(Level, ToldFact.Kind)] = [
    (.exact, .same), (.normalised, .same), (.nickname, .otherForm), (.soundsAlike, .soundsAlike),
    (.oneTypingError, .spelledAlike), (.initial, .initial), (.partial, .inPart), (.different, .another),
  ]

  @Test(arguments: levels) func `is of names how they are compared`(_ level: Level, _ kind: ToldFact.Kind) {
    let facts = Facts.nothing.with(.familyName, .exact, 12).with(.givenName, level, 2).number
    #expect(Self.told(facts)?.told.contains(ToldFact(.givenName, kind)) == true)
    if level == .initial {
      let several = Facts.nothing.with(.familyName, .exact, 12).with(.givenName, level, 6).number
      #expect(Self.told(several)?.told.contains(ToldFact(.givenName, .inPart)) == true)
    }
    let against = Facts.nothing.with(.familyName, .exact, 14).with(.givenName, level, -2).number
    #expect(Self.told(against)?.told.contains(ToldFact(.givenName, .another)) == true)
  }

  /// Answers cost no guess: whatever changed with a guess would tell the record's own, one try after the other.
  @Test func `never changes with a birth, a number, a home or a sex that earn nothing`() {
    let guesses: [(Fact, [Level])] = [
      (.birth, [.exact, .dayMonthSwapped, .oneDigit, .sameYear, .nearYear, .fitsAge, .different]),
      (.place, [.exact, .partial, .different]), (.sex, [.exact, .different]),
    ]
    for known in [Facts.name.number, .surname.number, .givenAlone.number] {
      let plain = Self.told(known)
      #expect(plain != nil)
      for (fact, levels) in guesses {
        for level in levels { #expect(Self.told(known.with(fact, level, level == .different ? -1 : 1)) == plain) }
      }
    }
    let byBirth = Self.told(.name.birthday.country)
    for level in [Level.oneDigit, .different] {
      #expect(Self.told(.name.birthday.country.with(.aNumber, level, 0.5)) == byBirth)
    }
  }

  /// A number with a first name tried beside it would tell the surname otherwise.
  @Test func `is nothing of the rest of a name that was known in part`() {
    let plain = Self.told(.givenAlone.number, perThousand: 0.3)
    #expect(plain?.commonness == nil)
    for level in [Level.soundsAlike, .partial, .initial] {
      #expect(Self.told(.givenAlone.number.with(.familyName, level, 0.5), perThousand: 4) == plain)
    }
  }

  @Test(arguments: [(31.0, NameCommonness.many), (1, .many), (0.9, .some), (0.01, .some), (0.0099, .few), (0, .few)])
  func `is how common a name is, in words`(_ perThousand: Double, _ commonness: NameCommonness) {
    #expect(Self.told(.name.number, perThousand: perThousand)?.commonness == commonness)
    #expect(Self.told(.name.number)?.commonness == nil)
  }
}

@Suite struct `What a search offers` {
  static let cases: [(SearchRequest, Set<Knowledge>)] = [
    (SearchRequest(name: "Ana Paz"), [.name, .namePart]),
    (SearchRequest(name: "", aNumber: "200000001"), [.aNumber]),
    (SearchRequest(name: "Ana", births: [.year(1990)]), [.name, .namePart, .birthYear]),
    (SearchRequest(name: "Ana", births: [.age(30, on: CivilDate.farthest)]), [.name, .namePart]),
    (
      SearchRequest(name: "Ana", births: [.day(Self.day(1990, 3, 4)), .day(Self.day(1990, 4, 3))]),
      [.name, .namePart, .birthDay, .birthYear]
    ),
    (SearchRequest(name: "Ana", births: [.day(Self.day(1990, 1, 1))]), [.name, .namePart, .birthYear]),
    (
      SearchRequest(
        name: "Ana", country: "HN", sex: .female, arrestedOn: [Self.day(2026, 11, 1)], arrestPlace: "Houston"),
      [.name, .namePart, .country, .arrestDay, .arrestPlace]
    ),
  ]

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? .farthest
  }

  @Test(arguments: cases) func `is read from its fields`(_ search: SearchRequest, _ offered: Set<Knowledge>) {
    #expect(Set.offered(by: search) == offered)
  }

  @Test func `a year is no date, whatever the record has`() {
    let offered = Set.offered(by: SearchRequest(name: "Ana Paz", births: [.year(1990)], country: "HN"))
    for level in [Level.exact, .dayMonthSwapped, .sameYear] {
      let known = Facts.name.with(.birth, level).country
      #expect(DisclosurePolicy.standard.decide([known.candidate()], offered: offered).rule == nil)
    }
  }

  @Test func `a first of January earns what a year earns`() {
    let offered = Set.offered(
      by: SearchRequest(name: "Ana Paz", births: [.day(Self.day(1990, 1, 1))], country: "HN", arrestPlace: "Houston"))
    let policy = DisclosurePolicy.standard
    #expect(policy.decide([Facts.name.birthday.country.candidate()], offered: offered).rule == nil)
    #expect(
      policy.decide([Facts.name.birthday.country.arrestPlace.candidate()], offered: offered).rule
        == .nameYearCountryArrestPlace)
  }
}
