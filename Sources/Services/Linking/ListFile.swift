internal import CivilTime
internal import Linkage

/// A list of people in text form, looked over once: how it is written, and which column holds what.
struct ListFile: Sendable {
  let label: String
  let size: Int
  let survey: Survey
  let columns: ListColumns
  let file: InputFile

  init(
    _ path: String, words: HeadingWords, progress: (Int) -> Void = { _ in }
  ) throws {
    do {
      file = try InputFile(path)
      label = file.label
      size = file.size
      // An id makes a line of headings as much as a name does.
      survey = try Survey.of(
        file, map: ColumnMap(), words: words.adding(ListColumns.ids, as: .subject), progress: progress)
      columns = ListColumns(survey.columns, headings: try Self.headings(file, survey))
    } catch ImportFailure.noHeader, ImportFailure.headerNamesNobody {
      throw LinkFailure.noNames(path)
    } catch let failure as ImportFailure {
      throw LinkFailure.file(path, failure)
    }
  }

  /// Rows below the headings, blank ones left out, as counted in the first look.
  var rows: Int { survey.records }

  func reader(today: CivilDate, letters: Transliteration) throws -> ListReader {
    try ListReader(self, today: today, letters: letters)
  }

  func records() throws -> DelimitedReader {
    DelimitedReader(Transcoded(try file.read(), from: survey.encoding), delimiter: survey.dialect.delimiter)
  }

  private static func headings(_ file: InputFile, _ survey: Survey) throws -> [String] {
    guard let line = survey.columns.headerLine else { return [] }
    var reader = DelimitedReader(
      Transcoded(try file.read(), from: survey.encoding), delimiter: survey.dialect.delimiter)
    while let item = try reader.next() {
      guard item == .record, reader.line == line else { continue }
      return (0..<reader.count).map { tidy(survey.cellEncoding.text(reader.bytes($0))) }
    }
    return []
  }
}
