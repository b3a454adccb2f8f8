import CivilTime
import Linkage
import Phrasebook
import Testing

private let english = Phrases.english
private let spanish = Phrases.spanish
private let now = Timestamp(secondsSinceEpoch: 1_795_219_200)  // 2026-11-21 00:00 UTC

@Suite struct `Words for time` {
  static let agos: [(seconds: Double, english: String, spanish: String)] = [
    (-301, "in the future", "en el futuro"), (-299, "just now", "hace un momento"), (0, "just now", "hace un momento"),
    (119, "just now", "hace un momento"), (120, "2 minutes ago", "hace 2 minutos"),
    (3_599, "59 minutes ago", "hace 59 minutos"), (3_600, "1 hour ago", "hace 1 hora"),
    (35.9 * 3_600, "35 hours ago", "hace 35 horas"), (36 * 3_600, "2 days ago", "hace 2 días"),
    (13 * 86_400, "13 days ago", "hace 13 días"), (14 * 86_400, "2 weeks ago", "hace 2 semanas"),
    (60 * 86_400, "8 weeks ago", "hace 8 semanas"), (61 * 86_400, "2 months ago", "hace 2 meses"),
    (729 * 86_400, "24 months ago", "hace 24 meses"), (730 * 86_400, "2 years ago", "hace 2 años"),
  ]

  @Test(arguments: agos) func `say how long ago it was`(_ c: (seconds: Double, english: String, spanish: String)) {
    let moment = now.adding(seconds: -c.seconds)
    #expect(english.ago(moment, now: now) == c.english)
    #expect(spanish.ago(moment, now: now) == c.spanish)
  }

  @Test(arguments: [
    ("2026-11-22", "in the future"), ("2026-11-21", "today"), ("2026-11-20", "yesterday"), ("2026-11-18", "3 days ago"),
    ("2025-11-21", "12 months ago"),
  ])
  func `count days between days`(day: String, words: String) throws {
    let today = try #require(CivilDate(iso: "2026-11-21"))
    #expect(english.ago(try #require(CivilDate(iso: day)), today: today) == words)
  }

  static let untils: [(seconds: Double, words: String)] = [
    (-60.0, "now"), (1_700, "now"), (1_900, "in about 1 hour"), (6 * 3_600, "in about 6 hours"),
    (47 * 3_600, "in about 47 hours"), (48 * 3_600, "in 2 days"), (83 * 3_600, "in 3 days"), (84 * 3_600, "in 4 days"),
  ]

  @Test(arguments: untils)
  func `say how soon it will be`(seconds: Double, words: String) {
    #expect(english.until(now.adding(seconds: seconds), now: now) == words)
  }

  @Test func `write days, months and moments as the language does`() throws {
    let day = try #require(CivilDate(iso: "2026-11-01"))
    let zone = try #require(Zone("America/Los_Angeles"))
    #expect(english.day(day) == "November 1, 2026")
    #expect(spanish.day(day) == "1 de noviembre de 2026")
    #expect(english.weekdayAndDay(day) == "Sunday, November 1, 2026")
    #expect(spanish.weekdayAndDay(day) == "domingo, 1 de noviembre de 2026")
    #expect(english.month(day) == "November 2026")
    #expect(spanish.month(day) == "noviembre de 2026")
    #expect(english.moment(now, in: zone) == "November 20, 2026 at 4:00\u{202F}PM, Pacific Time")
    #expect(spanish.moment(now, in: zone) == "20 de noviembre de 2026, 4:00\u{202F}p.m., hora del Pacífico")
  }

  @Test(arguments: [
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam", "Pacific/Saipan", "America/St_Thomas", "America/Havana",
    "America/Indiana/Indianapolis", "America/Boise",
  ])
  func `name a zone in words`(identifier: String) throws {
    let zone = try #require(Zone(identifier))
    for phrases in Phrases.all {
      let name = phrases.name(of: zone)
      #expect(!name.contains("/") && !name.contains("GMT") && name.contains(" "), "\(name)")
    }
    #expect(english.name(of: zone) != spanish.name(of: zone))
  }
}

@Suite struct `Words for numbers and lists` {
  @Test func `follow the language`() {
    #expect(english.number(12_345) == "12,345")
    #expect(english.share(0.356) == "36%")
    #expect(english.share(0.004) == "0.4%")
    #expect(english.share(0) == "0%")
    #expect(english.share(0.996) == "99.6%")
    #expect(english.share(0.9999) == "99.9%")
    #expect(english.share(1) == "100%")
    #expect(english.list(["a", "b", "c"]) == "a, b, and c")
    #expect(spanish.list(["a", "b", "c"]) == "a, b y c")
    #expect(spanish.list(["María", "Inés"]) == "María e Inés")
    #expect(english.counted(1, english.places.found) == "1 place")
    #expect(spanish.counted(1_842, spanish.places.found) == "1,842 lugares")
  }
}

@Suite struct `Countries` {
  @Test func `are listed once each, in the order of the alphabet of the language`() {
    for phrases in Phrases.all {
      let names = phrases.countries.map(\.name)
      #expect(names.count > 240)
      #expect(Set(names).count == names.count)
      #expect(phrases.frequentCountries.count == 16)
      #expect(phrases.countries.allSatisfy { $0.name != $0.code })
    }
    #expect(english.countries.map(\.name).prefix(3) == ["Afghanistan", "Åland Islands", "Albania"])
    let ordered = spanish.countries.map(\.code)
    #expect(ordered.firstIndex(of: "ES").flatMap { spain in ordered.firstIndex(of: "US").map { spain < $0 } } == true)
  }

  @Test(arguments: [("MX", "Mexico", "México"), ("SV", "El Salvador", "El Salvador"), ("HT", "Haiti", "Haití")])
  func `have names in each language`(code: String, inEnglish: String, inSpanish: String) {
    #expect(english.country(code) == inEnglish)
    #expect(spanish.country(code) == inSpanish)
  }

  @Test(arguments: ["ZZ", "EU", "419", "", "mx"]) func `that do not exist have none`(code: String) {
    #expect(english.country(code) == nil)
  }
}

@Suite struct `Sentences about agreement` {
  @Test func `exist for every fact and level, in every language`() {
    for phrases in Phrases.all {
      for fact in Fact.allCases {
        for level in Level.allCases {
          let sentence = phrases.sentence(for: Agreement(fact: fact, level: level, bits: 1))
          #expect(sentence.last == ".", "\(fact) \(level)")
        }
      }
    }
  }

  /// What those read who earned an answer: no figure, and nothing that says by how much or to which side.
  @Test func `exist for every fact and kind that is told, and say no distance`() {
    for phrases in Phrases.all {
      for fact in Fact.allCases where fact != .relatives {
        var said: Set<String> = []
        for kind in ToldFact.Kind.allCases {
          let sentence = phrases.sentence(for: ToldFact(fact, kind))
          #expect(sentence.last == "." && !sentence.contains(where: \.isNumber), "\(fact) \(kind)")
          said.insert(sentence)
        }
        #expect(said.count > 1, "\(fact)")
      }
      #expect(Set(NameCommonness.allCases.map(phrases.result.told.sentence(for:))).count == 3)
    }
    #expect(
      english.fits([ToldFact(.familyName, .soundsAlike), ToldFact(.country, .another)]) == [
        "The last name sounds the same."
      ])
    #expect(
      english.misfits([ToldFact(.familyName, .soundsAlike), ToldFact(.country, .another)]) == [
        "The country of birth is another one."
      ])
  }

  @Test func `put what speaks against a match apart, and say each thing once`() {
    let agreements = [
      Agreement(fact: .familyName, level: .soundsAlike, bits: 3),
      Agreement(fact: .familyName, level: .soundsAlike, bits: 2),
      Agreement(fact: .birth, level: .exact, bits: 9), Agreement(fact: .country, level: .different, bits: -4),
      Agreement(fact: .birth, level: .nearYear, bits: -1),
    ]
    #expect(english.fits(agreements) == ["The date of birth is the same.", "The last name sounds the same."])
    #expect(
      english.misfits(agreements)
        == ["The country of birth is not the same.", "The date of birth or the age does not fit."])
  }

  @Test func `tell a same date from a close one without saying how close`() {
    let sentences = [Level.dayMonthSwapped, .oneDigit, .near, .nearYear].map {
      english.sentence(for: Agreement(fact: .birth, level: $0, bits: 2))
    }
    #expect(Set(sentences) == ["The date of birth or the age is similar."])
  }
}
