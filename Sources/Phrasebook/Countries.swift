internal import Foundation

/// A country to choose from a list.
package struct CountryName: Sendable, Equatable {
  /// ISO 3166-1 alpha-2.
  package let code: String
  package let name: String
}

extension Phrases {
  /// "Mexico". Nil when the code is no country's.
  package func country(_ code: String) -> String? {
    guard Self.countryCodes.contains(code) else { return nil }
    return locale.localizedString(forRegionCode: code)
  }

  /// Every country, in the order of this language's alphabet.
  package var countries: [CountryName] { Self.listed[language.code]?.all ?? [] }

  /// The countries of birth seen most in immigration detention, in the order of this language's alphabet.
  package var frequentCountries: [CountryName] { Self.listed[language.code]?.frequent ?? [] }

  /// All but the frequent ones, in the order of this language's alphabet.
  package var otherCountries: [CountryName] { Self.listed[language.code]?.other ?? [] }

  private struct Lists {
    let all: [CountryName]
    let frequent: [CountryName]
    let other: [CountryName]
  }

  private static let listed: [String: Lists] = Dictionary(
    uniqueKeysWithValues: all.map { phrases in
      let names = countryCodes.compactMap { code in
        phrases.country(code).map { CountryName(code: code, name: $0) }
      }
      let locale = phrases.locale
      let sorted = names.sorted {
        $0.name.compare($1.name, options: [], range: nil, locale: locale) == .orderedAscending
      }
      let lists = Lists(
        all: sorted, frequent: sorted.filter { frequent.contains($0.code) },
        other: sorted.filter { !frequent.contains($0.code) })
      return (phrases.language.code, lists)
    })

  private static let frequent: Set<String> = [
    "BR", "CN", "CO", "CU", "DO", "EC", "GT", "HN", "HT", "IN", "JM", "MX", "NI", "PE", "SV", "VE",
  ]

  /// ISO 3166-1 alpha-2, without places where nobody is born, and with Kosovo.
  private static let countryCodes: Set<String> = Set(
    """
    AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD \
    CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD \
    GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM \
    KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX \
    MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC \
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ \
    VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split(separator: " ").map(String.init))
}
