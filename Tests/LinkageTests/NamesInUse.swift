import Foundation
import Linkage
import Testing

/// The tables of `sql/names`, and counts like those of a large Hispanic list, for tests.
enum NamesInUse {
  static let lexicon: Lexicon = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql/names")
    func table(_ name: String) -> String {
      (try? String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)) ?? ""
    }
    return Lexicon(
      nicknames: table("nicknames"), variants: table("variants"), particles: table("particles"),
      titles: table("titles"), suffixes: table("suffixes"), placeholders: table("placeholders"))
  }()

  static let frequencies = NameFrequencies(
    perHundredThousand: """
      jose	6000	20
      juan	5000	30
      maria	6000	10
      luis	3500	20
      carlos	3000	20
      alberto	1500	10
      francisco	2500	10
      francisca	300	0
      jesus	1800	30
      antonio	2200	10
      miguel	2000	20
      guadalupe	900	40
      ana	1500	5
      garcia	10	3800
      lopez	5	3500
      hernandez	5	4000
      martinez	5	3400
      gonzalez	3	3000
      rodriguez	3	2800
      perez	2	2900
      sanchez	2	2200
      ramirez	2	2200
      cruz	60	1200
      arias	2	250
      baglietto	0	4
      villarreal	0	60
      mendoza	2	800
      singh	500	3000
      kaur	700	900
      mohamed	1500	900
      nguyen	10	900
      chen	5	700
      pierre	300	600
      jean	900	300
      reyes	40	700
      garza	0	300
      """)

  static let matcher = Matcher(lexicon: lexicon, frequencies: frequencies)

  static func bits(_ sought: String, _ listed: String) -> Double {
    matcher.assess(
      ListedPerson(id: 1, names: [ListedName(full: listed)]), for: matcher.prepare(SoughtPerson(name: sought))
    ).bits
  }
}
