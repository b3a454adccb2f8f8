package import CivilTime
package import Postgres
package import Records

/// Files of requests as they are kept: sealed, and only ever added to. Opening them is for whoever has the key.
package struct EvidenceStore {
  private let session: any PostgresSession

  package init(_ session: any PostgresSession) { self.session = session }

  /// The number of a file that is about to be added: what is sealed is sealed for it.
  package func nextID() async throws(PostgresError) -> Int64? {
    try await session.first("select nextval('evidence_id_seq')")?.decode(Int64.self)
  }

  /// A sealed piece, and how many there are of its part.
  package struct Piece: Sendable {
    package let file: Int64
    package let part: EvidencePart
    package let number: Int
    package let count: Int
    package let sealed: [UInt8]
  }

  /// Pieces after one, in order, that another version of the key sealed than the one with this head.
  package func pieces(
    after last: Piece?, notSealedBy head: [UInt8], limit: Int
  ) async throws -> [Piece] {
    try await session.rows(
      """
      select p.evidence_id, p.part, p.number, p.sealed,
        (select count(*) from evidence_piece c where c.evidence_id = p.evidence_id and c.part = p.part) as of
      from evidence_piece p
      where (p.evidence_id, p.part, p.number) > (\(last?.file ?? 0), \(last?.part.rawValue ?? ""),
          \(Int16(clamping: last?.number ?? 0))) and substring(p.sealed for 3) <> \(head)
      order by p.evidence_id, p.part, p.number limit \(limit) for update of p
      """
    ).map { row in
      Piece(
        file: try row["evidence_id", as: Int64.self],
        part: EvidencePart(rawValue: try row["part", as: String.self]) ?? .original,
        number: Int(try row["number", as: Int16.self]), count: Int(try row["of", as: Int64.self]),
        sealed: try row["sealed", as: [UInt8].self])
    }
  }

  package func replace(_ piece: Piece, with sealed: [UInt8]) async throws(PostgresError) {
    try await session.execute(
      """
      update evidence_piece set sealed = \(sealed)
      where evidence_id = \(piece.file) and part = \(piece.part.rawValue) and number = \(Int16(clamping: piece.number))
      """)
  }

  package func add(_ row: NewEvidence) async throws(PostgresError) {
    try await session.execute(
      """
      insert into evidence (id, request_id, account_id, way, kind, bytes, sha256, copy_bytes, copy_sha256, grade, made_at,
        made_precision, recorded_at, told, message_key)
      values (\(row.id), \(row.request), \(row.account), \(row.way.rawValue), \(row.kind.rawValue),
        \(Int32(clamping: row.bytes)), \(row.sha256), \(row.copy.map { Int32(clamping: $0.bytes) }),
        \(row.copy?.sha256), \(row.grade.rawValue), \(row.madeAt?.moment), \(row.madeAt?.precision.rawValue),
        \(row.recordedAt), \(row.told), \(row.messageKey))
      """)
  }

  package func add(piece sealed: [UInt8], _ number: Int, of part: EvidencePart, file: Int64) async throws(PostgresError)
  {
    try await session.execute(
      """
      insert into evidence_piece (evidence_id, part, number, sealed)
      values (\(file), \(part.rawValue), \(Int16(clamping: number)), \(sealed))
      """)
  }

  package func withdraw(_ file: Int64, reason: [UInt8], account: Int64, now: Timestamp) async throws(PostgresError)
    -> Bool
  {
    try await session.first(
      """
      insert into evidence_withdrawal (evidence_id, account_id, withdrawn_at, reason)
      values (\(file), \(account), \(now), \(reason)) on conflict do nothing returning 1
      """) != nil
  }

  /// All files of a request that the transaction's actor may see, in the order in which they came.
  package func files(of request: Int64) async throws -> [SealedEvidence] {
    try await session.rows(
      """
      select e.*, a.name as recorded_by, w.withdrawn_at, wa.name as withdrawn_by, w.reason
      from evidence e left join account a on a.id = e.account_id
        left join evidence_withdrawal w on w.evidence_id = e.id left join account wa on wa.id = w.account_id
      where e.request_id = \(request) order by e.id
      """
    ).map(Self.file)
  }

  /// The sealed pieces of a part, in order.
  package func pieces(of file: Int64, _ part: EvidencePart) async throws -> [[UInt8]] {
    try await session.rows(
      "select sealed from evidence_piece where evidence_id = \(file) and part = \(part.rawValue) order by number"
    ).map { row in try row.decode([UInt8].self) }
  }

  /// Whether a request has this message already, or a file of these bytes.
  package func knows(message key: [UInt8], orFile sha256: [UInt8], of request: Int64) async throws(PostgresError)
    -> Bool
  {
    try await session.first(
      """
      select 1 from evidence where request_id = \(request) and (message_key = \(key) or sha256 = \(sha256)) limit 1
      """) != nil
  }

  private static func file(_ row: PostgresRow) throws -> SealedEvidence {
    var copy: Evidence.Copy?
    if let bytes = try row["copy_bytes", as: Int32?.self], let sha256 = try row["copy_sha256", as: [UInt8]?.self] {
      copy = Evidence.Copy(bytes: Int(bytes), sha256: sha256)
    }
    var madeAt: VisitTime?
    if let moment = try row["made_at", as: Timestamp?.self] {
      madeAt = VisitTime(
        moment, try row["made_precision", as: String?.self].flatMap(VisitTime.Precision.init(rawValue:)) ?? .day)
    }
    var withdrawal: SealedEvidence.Withdrawal?
    if let at = try row["withdrawn_at", as: Timestamp?.self], let by = try row["withdrawn_by", as: String?.self],
      let reason = try row["reason", as: [UInt8]?.self]
    {
      withdrawal = SealedEvidence.Withdrawal(at: at, by: by, reason: reason)
    }
    return SealedEvidence(
      row: NewEvidence(
        id: try row["id", as: Int64.self], request: try row["request_id", as: Int64.self],
        account: try row["account_id", as: Int64?.self],
        way: EvidenceWay(rawValue: try row["way", as: String.self]) ?? .uploaded,
        kind: EvidenceKind(rawValue: try row["kind", as: String.self]) ?? .text,
        bytes: Int(try row["bytes", as: Int32.self]), sha256: try row["sha256", as: [UInt8].self], copy: copy,
        grade: EvidenceGrade(rawValue: try row["grade", as: String.self]) ?? .d, madeAt: madeAt,
        recordedAt: try row["recorded_at", as: Timestamp.self], told: try row["told", as: [UInt8].self],
        messageKey: try row["message_key", as: [UInt8]?.self]),
      recordedBy: try row["recorded_by", as: String?.self], withdrawal: withdrawal)
  }
}

/// A row about a file, with what is said of it sealed.
package struct NewEvidence: Sendable {
  package let id: Int64
  package let request: Int64
  package let account: Int64?
  package let way: EvidenceWay
  package let kind: EvidenceKind
  package let bytes: Int
  package let sha256: [UInt8]
  package let copy: Evidence.Copy?
  package let grade: EvidenceGrade
  package let madeAt: VisitTime?
  package let recordedAt: Timestamp
  package let told: [UInt8]
  package let messageKey: [UInt8]?

  package init(
    id: Int64, request: Int64, account: Int64?, way: EvidenceWay, kind: EvidenceKind, bytes: Int, sha256: [UInt8],
    copy: Evidence.Copy?, grade: EvidenceGrade, madeAt: VisitTime?, recordedAt: Timestamp, told: [UInt8],
    messageKey: [UInt8]?
  ) {
    self.id = id
    self.request = request
    self.account = account
    self.way = way
    self.kind = kind
    self.bytes = bytes
    self.sha256 = sha256
    self.copy = copy
    self.grade = grade
    self.madeAt = madeAt
    self.recordedAt = recordedAt
    self.told = told
    self.messageKey = messageKey
  }
}

/// A file as the database has it: nothing that was said of it is readable.
package struct SealedEvidence: Sendable {
  package struct Withdrawal: Sendable {
    package let at: Timestamp
    package let by: String
    package let reason: [UInt8]
  }

  package let row: NewEvidence
  package let recordedBy: String?
  package let withdrawal: Withdrawal?
}
