/// Why an import as a whole cannot be done, in a sentence that says what to do and names no person.
package enum ImportFailure: Error, Equatable, Sendable {
  case fileMissing(String)
  case fileUnreadable(String, reason: String)
  case fileEmpty
  case notText(String)
  case noHeader(columns: Int, lines: Int)
  case headerNamesNobody
  case dataFileMissing(String)
  case dataFileFaulty(String, line: Int, String)
  case mapFaulty(line: Int, String)
  case mapNamesNoColumn(String)
  case unknownSource(String)
  case sourceDiffers(String, String)
  case strict(rejected: Int)
  case noSuchBatch(Int64)
  case alreadyWithdrawn(Int64)
  case notAnImport(Int64)
  case rejectsUnwritable(String, reason: String)
  case diskFull(String)
  case numbersSealed

  /// The sentence for a person at a terminal.
  package var sentence: String {
    switch self {
    case .fileMissing(let path): "There is no file “\(path)”."
    case .fileUnreadable(let path, let reason): "The file “\(path)” cannot be read: \(reason)."
    case .notText(let kind):
      "The file is \(kind), not a table in text form. Save it as CSV, or unpack it, and import that."
    case .fileEmpty: "The file holds no lines."
    case .noHeader(let columns, let lines):
      "No line of headings was recognized in the first \(lines) lines (the widest has \(columns) columns). "
        + "Write a map that says which column is what, for example “name = #2”, and give it with --map FILE."
    case .headerNamesNobody:
      "No column holds a name or a number of a person. Say which one does with --map FILE, for example “name = #2”."
    case .dataFileMissing(let path): "The data file “\(path)” is missing; set PARADERO_SHARE to its folder."
    case .dataFileFaulty(let file, let line, let fault): "\(file), line \(line): \(fault)."
    case .mapFaulty(let line, let fault): "The map, line \(line): \(fault)."
    case .mapNamesNoColumn(let field): "The map gives “\(field)” a column that the file does not have."
    case .unknownSource(let name):
      "There is no source “\(name)”. To create it, add --source-kind (roster, hotline, attorney, family, court, "
        + "official, stint_release), --trust 1 (best) to 5, and --public if anyone can read it, "
        + "as in --source-kind roster --trust 2 --public."
    case .sourceDiffers(let name, let what):
      "The source “\(name)” exists already with another \(what). Leave the option away, or name another source."
    case .strict(let rejected):
      "\(rejected) rows cannot be taken, and --strict was asked for: nothing was written."
    case .noSuchBatch(let batch): "There is no batch \(batch); “paradero import list” shows them."
    case .alreadyWithdrawn(let batch): "Batch \(batch) was withdrawn before."
    case .notAnImport(let batch): "Batch \(batch) is not an import."
    case .rejectsUnwritable(let path, let reason): "The rejects file “\(path)” cannot be written: \(reason)."
    case .numbersSealed:
      NumbersSealed().description
    case .diskFull(let what): "The disk is full: \(what). Nothing was written; make room and run it again."
    }
  }
}

extension ImportFailure: CustomStringConvertible {
  package var description: String { sentence }
}
