internal import Foundation

/// Takes out of words what Rule 5.2 of the federal rules keeps out of filings, and what else names somebody here.
///
/// What is taken out is gone: a mark that says what kind of thing stood there takes its place. Known names and numbers are
/// found however they are capitalised, accented or spaced; the rest by its form.
package struct Redaction: Sendable {
  /// Why something was taken out.
  package enum Kind: String, Sendable, CaseIterable {
    case name, aNumber = "A-number", socialSecurity = "social security number", account = "number", phone = "telephone"
    case mail = "e-mail", address, date = "day"
  }

  private let names: Set<String>
  private let exact: [String]

  /// - Parameters:
  ///   - names: of everybody who may be named in the words.
  ///   - births: birth dates as they were told.
  package init(names: [String], births: [String] = []) {
    exact = births.flatMap(Self.spellings)
    self.names = Set(
      names.flatMap { Self.words(of: $0) }.map(Self.folded).filter { $0.count > 1 && !Self.particles.contains($0) })
  }

  /// The words without what was to be taken out, and how often for each reason.
  package func apply(_ text: String) -> (text: String, taken: [Kind: Int]) {
    var taken: [Kind: Int] = [:]
    // Signs without a width could hide a name from the search, and from the reader.
    var text = String(
      String.UnicodeScalarView(text.precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.isHidden }))
    for birth in exact { take(birth, .date, from: &text, &taken) }
    for (kind, pattern) in Self.forms { take(literal: pattern, kind, from: &text, &taken) }
    text = withoutNames(text, &taken)
    return (text, taken)
  }

  // MARK: Names

  /// Word by word: letters and marks hang together, everything else divides.
  private func withoutNames(_ text: String, _ taken: inout [Kind: Int]) -> String {
    var result = ""
    var word = ""
    var gap = ""
    var lastWasName = false
    func flush() {
      guard !word.isEmpty else { return }
      let isName = isName(word)
      if isName {
        // A name of several words is one.
        if !(lastWasName && gap.allSatisfy { $0 == " " || $0 == "-" || $0 == "," || $0 == "." }) {
          result += gap + Self.mark(.name)
          taken[.name, default: 0] += 1
        }
      } else {
        result += gap + word
      }
      (lastWasName, gap, word) = (isName, "", "")
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        flush()
        gap.append(character)
      }
    }
    flush()
    return result + gap
  }

  private func isName(_ word: String) -> Bool {
    guard names.contains(Self.folded(word)) else { return false }
    // Short names are words of the language too: with a capital they are names.
    return word.count > 3 || word.first?.isUppercase == true
  }

  /// A birth date in the ways in which people write dates. A year alone may stay, as the rule says.
  private static func spellings(of birth: String) -> [String] {
    let parts = birth.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]) else { return birth.count > 4 ? [birth] : [] }
    let year = String(parts[0]), month = parts[1], day = String(parts[2])
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let english = months.english[month - 1], spanish = months.spanish[month - 1]
    var all = [birth]
    for sign in ["/", "-", "."] {
      for end in [year, String(year.suffix(2))] {
        for (first, second) in [(month, parts[2]), (parts[2], month)] {
          all += ["\(two(first))\(sign)\(two(second))\(sign)\(end)", "\(first)\(sign)\(second)\(sign)\(end)"]
        }
      }
    }
    for name in [english, String(english.prefix(3)), String(english.prefix(3)) + "."] {
      all += ["\(name) \(day), \(year)", "\(name) \(day) \(year)", "\(day) \(name) \(year)"]
    }
    return all + ["\(day) de \(spanish) de \(year)", "\(day) de \(spanish) del \(year)", "\(day) \(spanish) \(year)"]
  }

  private static let months: (english: [String], spanish: [String]) = (
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
      "diciembre",
    ]
  )

  private static func words(of name: String) -> [String] { name.split { !$0.isLetter }.map(String.init) }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// Words that are parts of many names and of every sentence.
  private static let particles: Set<String> = [
    "de", "la", "las", "los", "del", "el", "al", "da", "do", "dos", "di", "du", "le", "van", "von", "der", "den", "and",
    "the", "of", "for", "in", "esq", "law", "office", "legal", "center", "clinic", "attorney", "visitor", "sample",
    "requester", "officer", "mail", "user",
  ]

  // MARK: Forms

  /// In this order: what is more exactly known comes first.
  private static let forms: [(Kind, String)] = [
    (.mail, #"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+"#),
    (.aNumber, #"(?i)(?<![\p{L}\p{N}])A[ #:.-]{0,2}\d[\d .-]{5,10}\d(?!\d)"#),
    (.socialSecurity, #"(?<!\d)\d{3}[ .-]\d{2}[ .-]\d{4}(?!\d)"#),
    (.phone, #"(?<![\d])(\+\d{1,3}[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)"#),
    (
      .date,
      #"(?i)(?<=\b(born|birth|dob|d\.o\.b\.|nacid[oa]|nacimiento)\b.{0,12}?)(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\p{L}{3,10}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{1,2} (de )?\p{L}{3,10} (de(l)? )?\d{4})"#
    ),
    (
      .address,
      #"(?i)(?<![\p{L}\p{N}])\d{1,6} ([NSEW]\.? )?([\p{L}\p{N}'.]+ ){1,4}(street|st|avenue|ave|road|rd|boulevard|blvd|drive|dr|lane|ln|way|court|ct|place|pl|highway|hwy)\b\.?(,? (apt|unit|#) ?[\p{L}\p{N}-]+)?"#
    ),
    (.address, #"(?i)\b(calle|avenida|av\.|carrera|cra\.) [\p{L}\p{N} .'#-]{2,40}?\d{1,6}"#),
    (.account, #"(?<!\d)(?!\d{4}-\d{2}-\d{2}(?!\d))\d([ -]?\d){6,18}(?!\d)"#),
  ]

  private static func mark(_ kind: Kind) -> String { "[redacted: \(kind.rawValue)]" }

  /// A known value, letter by letter.
  private func take(_ value: String, _ kind: Kind, from text: inout String, _ taken: inout [Kind: Int]) {
    take(
      literal: "(?i)(?<!\\d)" + NSRegularExpression.escapedPattern(for: value) + "(?!\\d)", kind, from: &text, &taken)
  }

  private func take(literal pattern: String, _ kind: Kind, from text: inout String, _ taken: inout [Kind: Int]) {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return }
    let whole = NSRange(text.startIndex..., in: text)
    let count = expression.numberOfMatches(in: text, range: whole)
    guard count > 0 else { return }
    taken[kind, default: 0] += count
    text = expression.stringByReplacingMatches(
      in: text, range: whole, withTemplate: NSRegularExpression.escapedTemplate(for: Self.mark(kind)))
  }
}

extension Unicode.Scalar {
  /// Signs that are not seen: formats, and controls but the end of a line.
  fileprivate var isHidden: Bool {
    properties.generalCategory == .format || (properties.generalCategory == .control && value != 10 && value != 9)
  }
}
