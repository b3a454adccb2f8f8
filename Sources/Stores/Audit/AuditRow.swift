package import Postgres

/// An entry of the audit log as the database gives it for checking: every field as bytes, nothing taken for granted.
package struct AuditRow: Sendable {
  /// The number in the chain.
  package let seq: Int64
  /// Time, actor, verb, object: as they are hashed.
  package let at, actor, verb, object: [UInt8]
  package let facts: [UInt8]
  package let purposeHash, previous, leaf: [UInt8]
  /// Nil once it was erased.
  package let purpose: (text: [UInt8], salt: [UInt8])?

  /// Reads a line of the COPY below; nil if it has not its fields.
  init?(line: ArraySlice<UInt8>) {
    let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard cells.count == 11, let seq = Int64(String(decoding: cells[0], as: UTF8.self)) else { return nil }
    self.seq = seq
    (at, actor) = (Self.unescaped(cells[1]), Self.unescaped(cells[2]))
    (verb, object) = (Self.unescaped(cells[3]), Self.unescaped(cells[4]))
    facts = Self.unescaped(cells[5])
    purposeHash = Self.bytes(hex: cells[6])
    previous = Self.bytes(hex: cells[7])
    leaf = Self.bytes(hex: cells[8])
    let isErased = cells[9].elementsEqual("\\N".utf8)
    purpose = isErased ? nil : (Self.bytes(hex: cells[9]), Self.bytes(hex: cells[10]))
  }

  /// What COPY escapes; a line end or a tab in a field shows that the field was tampered with, and is read all the same.
  private static func unescaped(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    guard cell.contains(UInt8(ascii: "\\")) else { return Array(cell) }
    var bytes: [UInt8] = []
    var rest = cell
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"): bytes.append(10)
      case UInt8(ascii: "t"): bytes.append(9)
      case UInt8(ascii: "r"): bytes.append(13)
      default: bytes.append(next)
      }
    }
    return bytes
  }

  private static func bytes(hex cell: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(cell.count / 2)
    var high: UInt8?
    for digit in cell {
      let value: UInt8
      switch digit {
      case 48...57: value = digit - 48
      case 97...102: value = digit - 87
      default: return []
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : []
  }
}

/// The last sealed entry, as the database has it.
package struct AuditHead: Sendable, Equatable {
  package let seq: Int64
  package let leaf: [UInt8]

  package init(seq: Int64, leaf: [UInt8]) { (self.seq, self.leaf) = (seq, leaf) }
}

extension AuditStore {
  /// Where the log ends, for login roles.
  package func end() async throws(PostgresError) -> AuditHead? {
    guard let row = try await session.first("select seq, leaf_sha256 from paradero.audit_end()") else { return nil }
    let (seq, leaf) = try row.decode(Int64.self, [UInt8].self)
    return AuditHead(seq: seq, leaf: leaf)
  }

  /// Where the log says that it ends; nil if even that is gone.
  package func head() async throws(PostgresError) -> AuditHead? {
    guard let row = try await session.first("select seq, leaf_sha256 from audit_head") else { return nil }
    let (seq, leaf) = try row.decode(Int64.self, [UInt8].self)
    return AuditHead(seq: seq, leaf: leaf)
  }

  /// Entries that were appended and not yet sealed.
  package func waiting() async throws(PostgresError) -> Int {
    try await session.first("select count(*) from audit_entry where seq is null")?.decode(Int.self) ?? 0
  }

  /// Hands every sealed entry to the closure in the order of the chain; only a part at a time is in memory.
  ///
  /// What cannot be read is handed over as nil.
  package func forEachSealed(_ body: (AuditRow?) throws -> Void) async throws {
    try await session.copyOut(
      """
      copy (
        select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, verb, object,
          array_to_string(facts, ','), encode(purpose_sha256, 'hex'), encode(previous_sha256, 'hex'),
          encode(leaf_sha256, 'hex'), encode(convert_to(purpose, 'UTF8'), 'hex'), encode(uuid_send(purpose_salt), 'hex')
        from audit_entry where seq is not null order by seq
      ) to stdout
      """
    ) { parts in
      for try await part in parts {
        for line in part.split(separator: UInt8(ascii: "\n")) { try body(AuditRow(line: line)) }
      }
    }
  }
}
