package import Linkage

/// One way of earning an answer: everything in it must be known, and borne out by the record.
package struct DisclosureRule: Sendable, Equatable, Identifiable {
  /// A rule's name, as audits and reports write it.
  package enum Name: String, Sendable, CaseIterable {
    case numberAndName, numberAndWholeName
    case nameBirthCountry, nameBirthCountryArrest
    case nameYearCountryArrestDay, nameYearCountryArrestPlace
  }

  package let id: Name
  package let needs: Set<Knowledge>

  /// The exact A-number and a part of the name. A number is one in ten million by chance, and whoever has it has it from
  /// the person's papers; the name shows that the number is no slip of the finger for somebody else's.
  package static let numberAndName = DisclosureRule(id: .numberAndName, needs: [.aNumber, .namePart])

  /// The same with the whole name: what still passes while somebody counts through numbers with a common name beside.
  package static let numberAndWholeName = DisclosureRule(id: .numberAndWholeName, needs: [.aNumber, .name])

  /// The name, the exact date of birth and the country. Of people with one name, one in ten thousand was born on a given
  /// day (thirty years, 365 days): relatives know it, and whoever only knows of the person does not. Day and month may be
  /// exchanged in the record: that is two days of ten thousand.
  package static let nameBirthCountry = DisclosureRule(
    id: .nameBirthCountry, needs: [.name, .birthDay, .country])

  /// Stricter: the day or the place of the arrest besides. Against holders of lists with dates of birth, who do not know
  /// who was arrested.
  package static let nameBirthCountryArrestDay = DisclosureRule(
    id: .nameBirthCountryArrest, needs: [.name, .birthDay, .country, .arrestDay])
  package static let nameBirthCountryArrestPlace = DisclosureRule(
    id: .nameBirthCountryArrest, needs: [.name, .birthDay, .country, .arrestPlace])

  /// The name, the year of birth, the country and the day of the arrest within one: families who know no birthday know
  /// when somebody was taken.
  package static let nameYearCountryArrestDay = DisclosureRule(
    id: .nameYearCountryArrestDay, needs: [.name, .birthYear, .country, .arrestDay])

  /// The same with the place of the arrest.
  package static let nameYearCountryArrestPlace = DisclosureRule(
    id: .nameYearCountryArrestPlace, needs: [.name, .birthYear, .country, .arrestPlace])

  package init(id: Name, needs: Set<Knowledge>) {
    self.id = id
    self.needs = needs
  }

  /// The kinds of facts behind it, for the audit.
  package var facts: [Fact] {
    var facts: Set<Fact> = []
    for need in needs {
      switch need {
      case .aNumber: facts.insert(.aNumber)
      case .namePart, .name: facts.insert(.wholeName)
      case .birthDay, .birthYear: facts.insert(.birth)
      case .country: facts.insert(.country)
      case .arrestDay: facts.insert(.arrestDay)
      case .arrestPlace: facts.insert(.arrestPlace)
      }
    }
    return Fact.allCases.filter(facts.contains)
  }
}
