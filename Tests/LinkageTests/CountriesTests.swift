import Linkage
import Testing

@Suite struct `A country` {
  static let texts: [(text: String, code: String?)] = [
    ("Guatemalan", "GT"), ("guatemalteco", "GT"), ("GUATEMALTECA", "GT"), ("GT", "GT"), ("gtm", "GT"),
    ("El Salvador", "SV"), ("salvador", "SV"), ("SLV", "SV"), ("salvadoreña", "SV"), ("Birmania", "MM"),
    ("Burma", "MM"), ("MMR", "MM"), ("Méjico", "MX"), ("MEXICO", "MX"), ("MEX", "MX"), ("república dominicana", "DO"),
    ("DOM", "DO"), ("Haití", "HT"), ("hti", "HT"), ("PRC", "CN"), ("VNM", "VN"), ("Viet Nam", "VN"),
    ("Turks and Caicos Islands", "TC"), ("Guyane", "GF"), ("GUF", "GF"), ("GUY", "GY"), ("USSR", "SU"), ("XKX", "XK"),
    ("AND", nil), ("the", nil), ("", nil), ("ZZ", nil), ("ZZZ", nil), ("Atlantis", nil), ("Hondurs", "HN"),
  ]

  @Test(arguments: texts) func `is known by code, name and nationality`(_ example: (text: String, code: String?)) {
    #expect(Countries.code(example.text) == example.code)
  }
}
