import Postgres
import TestKit
import Testing

@Suite struct `A name to compare by` {
  static let names: [(written: String, compared: String)] = [
    ("MARIA LOPEZ", "maria lopez"),
    ("  José   Ñandú-Peña, (Pepe) ", "jose nandu pena pepe"),
    ("O'Brien O’Brien O`Brien", "obrien obrien obrien"),
    ("Jose\u{301} Nun\u{303}ez", "jose nunez"),
    ("LÓPEZ/GARCÍA.HERNÁNDEZ", "lopez garcia hernandez"),
    ("Straße Ægir Łukasz Đặng", "strasse aegir lukasz dang"),
    ("İbrahim Işık", "ibrahim isik"),
    ("ГАРЦИЯ Ёлка", "гарция елка"),
    ("陳·大文", "陳 大文"),
    ("JEAN–PIERRE\u{a0}LOUIS\tJUNIOR\n", "jean pierre louis junior"),
    ("...", ""),
    ("", ""),
  ]

  @Test func `has no accents, capitals or punctuation, and one space between words`() async throws {
    try await withScratchDatabase { database, _ in
      for (written, compared) in Self.names {
        let row = try await database.first("select search_name(\(written)), search_name(search_name(\(written)))")
        let (once, twice) = try #require(try row?.decode(String.self, String.self))
        #expect(once == compared, "\(written)")
        #expect(twice == once, "\(written)")
      }
    }
  }
}
