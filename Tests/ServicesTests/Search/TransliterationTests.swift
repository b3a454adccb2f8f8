import Testing

@testable import Services

@Suite struct `Names in other scripts` {
  static let names: [(written: String, latin: String)] = [
    ("María Peña", "María Peña"), ("مامادو ديالو", "mạmạdw dyạlw"), ("김민준", "gimminjun"), ("नरेंद्र", "narēndra"),
    ("山田 太郎", "shān tián tài láng"), ("", ""),
  ]

  @Test(arguments: names) func `come to Latin letters whole`(_ name: (written: String, latin: String)) throws {
    #expect(try NameTables(share: SearchScene.share).letters.latin(name.written) == name.latin)
  }
}
