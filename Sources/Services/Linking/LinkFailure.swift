/// Why two lists cannot be linked, in a sentence that says what to do and names no person.
package enum LinkFailure: Error, Equatable, Sendable {
  case file(String, ImportFailure)
  /// No line of headings says where names are.
  case noNames(String)
  case noRows(String)
  case sameFile(String)
  case unwritable(String, reason: String)
  case diskFull(String)

  package var sentence: String {
    switch self {
    case .file(let name, .fileEmpty): "The file “\(name)” holds no lines."
    case .file(let name, .notText(let kind)):
      "“\(name)” is \(kind), not a table in text form. Save it as CSV, or unpack it, and link that."
    case .file(_, let failure): failure.sentence
    case .noNames(let name):
      "No line of headings in “\(name)” says which column holds names or A-numbers. Call the columns id, full_name or "
        + "given_name and family_name, birth_date, birth_year, sex, country, a_number, place."
    case .noRows(let name): "“\(name)” has headings and no row below them that names a person."
    case .sameFile(let name): "“\(name)” is also a file to read: write the matches to another one."
    case .unwritable(let name, let reason): "“\(name)” cannot be written: \(reason)."
    case .diskFull(let name): "The disk is full: “\(name)” is not complete. Make room and run it again."
    }
  }
}

extension LinkFailure: CustomStringConvertible {
  package var description: String { sentence }
}
