internal import CivilTime

/// A few invented people that every demo has, with what to type to find them in spite of how they were written down.
///
/// They open the sample of seed 1, so that the examples in the documentation work.
package struct DemoPerson: Sendable {
  /// What a family might type, misspelled as people do.
  package let typed: SearchInput
  let culture: Culture
  let given: [String]
  let family: [String]
  let isWoman: Bool
  let birth: (Int, Int, Int)
  let country: String
  let aNumber: String
  /// What the officer wrote.
  let recorded: (given: String?, family: String?, full: String)
  let recordedBirth: (Int, Int, Int)
  let enteredAt: String
  let daysAgo: Int
}

package let demoPeople: [DemoPerson] = [
  DemoPerson(
    typed: SearchInput(
      name: "Jose Angel Ernandez Villatoro", birth: "1991", country: "Honduras", arrestPlace: "Los Angeles"),
    culture: .hispanic,
    given: ["José", "Ángel"], family: ["Hernández", "Villatoro"], isWoman: false, birth: (1991, 4, 3), country: "HN",
    aNumber: "234561078", recorded: ("JOSE A", "VIYATORO HERNANDES", "VIYATORO HERNANDES, JOSE A"),
    recordedBirth: (1991, 3, 4), enteredAt: "LOSHOLD", daysAgo: 9),
  DemoPerson(
    typed: SearchInput(name: "Guadalupe Xiloj Tzoc", birth: "1998", country: "guatemalteca", arrestPlace: "Phoenix"),
    culture: .maya,
    given: ["Guadalupe"], family: ["Xiloj", "Tzoc"], isWoman: true, birth: (1998, 12, 12), country: "GT",
    aNumber: "241007733", recorded: ("LUPE", "SHILOJ TSOC", "SHILOJ TSOC, LUPE"), recordedBirth: (1998, 1, 1),
    enteredAt: "PHOHOLD", daysAgo: 20),
  DemoPerson(
    typed: SearchInput(name: "Jean-Baptiste Guerrier", birth: "14/07/1987", country: "Haïti"), culture: .haitian,
    given: ["Jean-Baptiste"], family: ["Guerrier"], isWoman: false, birth: (1987, 7, 14), country: "HT",
    aNumber: "221340987", recorded: ("GERYE", "JEAN BATISTE", "JEAN BATISTE, GERYE"), recordedBirth: (1987, 7, 14),
    enteredAt: "KROHOLD", daysAgo: 34),
  DemoPerson(
    typed: SearchInput(name: "Gurpreet Singh Dhillon", birth: "11 Feb 1999", country: "India"), culture: .punjabi,
    given: ["Gurpreet", "Singh"], family: ["Dhillon"], isWoman: false, birth: (1999, 2, 11), country: "IN",
    aNumber: "219876540", recorded: ("FNU", "GURPRIT SINGH DHILON", "GURPRIT SINGH DHILON, FNU"),
    recordedBirth: (1999, 2, 11), enteredAt: "IMPHOLD", daysAgo: 15),
  DemoPerson(
    typed: SearchInput(
      name: "María de la Cruz Menjívar", birth: "3 mayo 1979", country: "El Salvador"),
    culture: .hispanic, given: ["María"], family: ["de la Cruz", "Menjívar"], isWoman: true, birth: (1979, 5, 3),
    country: "SV", aNumber: "098123456", recorded: ("MARIA", "DELACRUZMENJIVAR", "DELACRUZMENJIVAR, MARIA"),
    recordedBirth: (1979, 3, 5), enteredAt: "HOUHOLD", daysAgo: 3),
  DemoPerson(
    typed: SearchInput(name: "Mamadou Diallo", country: "Guinée", aNumber: "A 245-001-993"), culture: .arabic,
    given: ["Mamadou"], family: ["Diallo"], isWoman: false, birth: (2001, 8, 30), country: "GN", aNumber: "245001993",
    recorded: ("MAMADU", "JALLOW", "JALLOW, MAMADU"), recordedBirth: (2001, 1, 1), enteredAt: "NYCHOLD", daysAgo: 6),
]

extension DemoPerson {
  var person: TruePerson? {
    CivilDate(year: birth.0, month: birth.1, day: birth.2).map {
      TruePerson(
        culture: culture, name: TrueName(given: given.map(PoolName.init), family: family.map(PoolName.init)),
        isWoman: isWoman, birth: $0, country: country, aNumber: aNumber)
    }
  }

  var record: RecordedPerson {
    RecordedPerson(
      fullName: recorded.full, given: recorded.given, family: recorded.family,
      birthDate: CivilDate(year: recordedBirth.0, month: recordedBirth.1, day: recordedBirth.2),
      birthYear: recordedBirth.0, birthBasis: "date", sex: isWoman ? "female" : "male", country: country,
      aNumber: aNumber, errors: [])
  }
}
