import Foundation
import Postgres
import Records
import Testing

@testable import Services

/// A file as bad as they come: broken quoting, NUL bytes, a cell of 10 MB, Latin-1, numbers twice, 31 February.
/// `deploy/bench hostile` writes the same kind of file for trying by hand.
enum HostileFile {
  static var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func line(_ text: String) { bytes += text.unicodeScalars.map { UInt8($0.value) } + [0x0D, 0x0A] }
    line("Sheriff's Office;;;;;")
    line("Printed 3/2/2026;;;;;")
    line("Apellido, Nombre;F. Nac.;A#;Centro;Fecha de detención;Notas")
    line("LOPEZ, ANA;13/1/1990;012345678;TESTONE;3/2/2026;fine")  // 4
    // Latin-1, as the rest of the file's accents are.
    bytes += "MU".utf8 + [0xD1] + "OZ, JOS".utf8 + [0xC9] + ";14/2/1991;A-22 222 222;TESTTWO;4/2/2026;\r\n".utf8  // 5
    line("RUIZ, EVA;31/2/1992;;TESTONE;5/2/2026;31 February")  // 6
    line("\"MORA, LUZ;15/3/1993;;TESTONE;6/2/2026;a quote that never closes")  // 7
    line("DIAZ, SOL;16/4/1994;;TESTONE;7/2/2026;the line after it")  // 8
    bytes += "CANO, PAZ;17/5/1995;;TEST".utf8 + [0] + "ONE;8/2/2026;\r\n".utf8  // 9: a NUL byte
    bytes += "VEGA, INES;18/6/1996;;TESTONE;9/2/2026;".utf8  // 10: 10 MB in one cell
    bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20) + [0x0D, 0x0A]
    line("SOTO, IRIS;19/7/1997;;TESTONE;10/2/2026;the line after it")  // 11
    line("LOPEZ, ANA;13/1/1990;012345678;TESTONE;3/2/2026;the same row again")  // 12
    line("LOPEZ, ANA MARIA;13/1/1990;012345678;TESTONE;3/2/2026;the same number again")  // 13
    line("OKAFOR, CHIDI;20/8/1971;012345678;TESTONE;11/2/2026;somebody else's number")  // 14
    line("Apellido, Nombre;F. Nac.;A#;Centro;Fecha de detención;Notas")  // 15: the next page
    line("FNU LNU;;;;;")  // 16
    line("PEREZ, RUBEN / GIL, LEO;21/9/1998;;TESTONE;12/2/2026;two people")  // 17
    line("\"REY, \"EL CHINO\" JUAN\";22/10/1999;;TESTONE;13/2/2026;quotes within quotes")  // 18
    line("ROJAS, MAR;23/11/2000;;TESTONE;14/2/2026;one;cell;too;many")  // 19
    line(";;;;;")  // 20
    line("\"LEON, CRUZ\nJOSE\";24/12/2001;;Nowhere Jail;15/2/2026;a name on two lines")  // 21 and 22
    line("PAZ, ABEL;1/2/1988;;TESTONE;16/2/2026;the order was proved above")  // 23
    line("SOL, NOE;\"5/6/1987")  // 24: the file ends within a quote
    return bytes
  }
}

@Suite struct `A hostile file` {
  @Test func `loses only the rows that cannot be saved, each by line, column and reason`() async throws {
    try await ImportScene.run { scene in
      var options = ImportOptions(path: try scene.write(HostileFile.bytes, "hostile.csv"), source: "county")
      options.newSource = .init(kind: .roster, trust: 2, isPublic: true)
      options.reportedAt = ImportScene.now
      options.rejects = scene.path("rejects.csv")
      let report = try await scene.importer.run(options, now: ImportScene.now)
      #expect(report.encoding == "windows-1252" && report.delimiter == UInt8(ascii: ";") && report.headerLine == 3)
      #expect(report.orders.map(\.order) == ["dmy", "dmy"])
      #expect(
        try await scene.table("select full_name from person_description order by person_id, full_name") == [
          "ANA LOPEZ", "ANA MARIA LOPEZ", "JOSÉ MUÑOZ", "SOL DIAZ", "IRIS SOTO", "CHIDI OKAFOR",
          "\"EL CHINO\" JUAN REY",
          "CRUZ JOSE LEON", "ABEL PAZ",
        ])
      #expect(try await scene.people() == 8)
      #expect(report.counts.read == 18 && report.counts.rejected == 8)
      #expect(report.accepted == 9 && report.duplicate == 1)
      let rejects = try String(contentsOfFile: scene.path("rejects.csv"), encoding: .utf8)
      let found = rejects.split(separator: "\r\n").dropFirst().map {
        $0.split(separator: ",", maxSplits: 5, omittingEmptySubsequences: false).prefix(5).joined(separator: ",")
      }
      #expect(
        found == [
          "6,2,birth_date,rejected,no_such_day", "7,1,,rejected,open_quote", "9,,,rejected,nul_byte",
          "10,6,,rejected,cell_too_large", "16,,,rejected,no_person", "17,1,name,rejected,two_people",
          "19,7,,rejected,too_many_columns", "21,4,facility,kept,unknown_place", "24,2,,rejected,open_quote",
          "14,,,kept,same_number_other_person",
        ])
      #expect(!rejects.contains("OKAFOR") && !rejects.contains("RUIZ") && !rejects.contains("1992"))
      let mode = try FileManager.default.attributesOfItem(atPath: scene.path("rejects.csv"))[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test func `shows its rows only when they are asked for`() async throws {
    try await ImportScene.run { scene in
      try await scene.take("Name,DOB\n=Eva Ruiz,1990-02-31\n") { $0.rejectsHoldData = true }
      let rejects = try String(contentsOfFile: scene.path("roster.csv.rejects.csv"), encoding: .utf8)
      #expect(rejects.contains("\"'=Eva Ruiz,1990-02-31\""))
      let mode = try FileManager.default.attributesOfItem(atPath: scene.path("roster.csv.rejects.csv"))[
        .posixPermissions]
      #expect(mode as? Int == 0o600)
    }
  }

  @Test(arguments: 1...6) func `of any bytes is read to its end`(seed: UInt64) async throws {
    var random = SplitMix(state: seed)
    let alphabet: [UInt8] = Array("\",;\t|\r\n ab1/é".utf8) + [0, 0xFF, 0xC3]
    for length in [1, 10, 1000, 20_000] {
      let bytes = (0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      var reader = DelimitedReader(MemoryBytes(bytes, blockSize: 97), delimiter: UInt8(ascii: ","))
      var last = 0
      while let _ = try reader.next() {
        #expect(reader.line > last)
        last = reader.line
      }
    }
  }
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
