package import CivilTime

/// A file that shows something of a visit: kept as it came, sealed, and never changed.
package struct Evidence: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let requestID: Int64
  package let kind: EvidenceKind
  package let way: EvidenceWay
  package let bytes: Int
  /// Of the original's bytes, taken when they came.
  package let sha256: [UInt8]
  /// What was made of it: a photo without its place, or the text of a PDF or an e-mail.
  package let copy: Copy?
  package let grade: EvidenceGrade
  package let madeAt: VisitTime?
  package let recordedAt: Timestamp
  /// The name of the account that added it; nil for what came by mail.
  package let recordedBy: String?
  /// Nil where it cannot be opened with the key at hand.
  package let told: EvidenceTold?
  package let withdrawal: Withdrawal?

  package struct Copy: Sendable, Equatable {
    package let bytes: Int
    package let sha256: [UInt8]

    package init(bytes: Int, sha256: [UInt8]) { (self.bytes, self.sha256) = (bytes, sha256) }
  }

  /// It is no longer relied on; the file and its entry stay.
  package struct Withdrawal: Sendable, Equatable {
    package let at: Timestamp
    package let by: String
    package let reason: String?

    package init(at: Timestamp, by: String, reason: String?) { (self.at, self.by, self.reason) = (at, by, reason) }
  }

  package init(
    id: Int64, requestID: Int64, kind: EvidenceKind, way: EvidenceWay, bytes: Int, sha256: [UInt8], copy: Copy?,
    grade: EvidenceGrade, madeAt: VisitTime?, recordedAt: Timestamp, recordedBy: String?, told: EvidenceTold?,
    withdrawal: Withdrawal?
  ) {
    self.id = id
    self.requestID = requestID
    self.kind = kind
    self.way = way
    self.bytes = bytes
    self.sha256 = sha256
    self.copy = copy
    self.grade = grade
    self.madeAt = madeAt
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.told = told
    self.withdrawal = withdrawal
  }

  /// 64 hexadecimal digits, as other programs write them.
  package var hash: String { Self.hex(sha256) }

  package static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The letter of the exhibit at a place in the order in which files came: A to Z, then AA. A letter that was given
  /// stays, also when the file is withdrawn.
  package static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + max(0, index) % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

/// What the content of a file is, by its bytes and not by its name.
package enum EvidenceKind: String, Sendable, CaseIterable {
  case mail, pdf, jpeg, png, heic, text

  package var isPhoto: Bool { self == .jpeg || self == .png || self == .heic }

  /// The end of a name for the original.
  package var suffix: String {
    switch self {
    case .mail: "eml"
    case .pdf: "pdf"
    case .jpeg: "jpg"
    case .png: "png"
    case .heic: "heic"
    case .text: "txt"
    }
  }
}

/// How a file came.
package enum EvidenceWay: String, Sendable, CaseIterable { case uploaded, pasted, mailed }

/// Which of its two forms somebody opens.
package enum EvidencePart: String, Sendable, CaseIterable { case original, copy }

/// What is said of a file: by the person who added it, and by the file itself. All of it is sealed.
package struct EvidenceTold: Sendable, Equatable, Codable {
  package var what: String
  package var maker: String?
  package var fileName: String?
  package var says = FileSays()

  package init(what: String, maker: String? = nil, fileName: String? = nil, says: FileSays = FileSays()) {
    (self.what, self.maker, self.fileName, self.says) = (what, maker, fileName, says)
  }
}

/// What a file says of itself. A file may say anything.
package struct FileSays: Sendable, Equatable, Codable {
  /// When a photo says that it was taken: `2026:11:20 10:11:12`.
  package var takenAt: String?
  /// It named a place on the map; which one stands in the original alone.
  package var hadPlace: Bool?
  package var pages: Int?
  package var from: String?
  package var date: String?
  package var subject: String?
  package var messageID: String?
  package var attachments: Int?

  package init() {}
}

/// Why a file was not taken. It costs that file alone.
package enum EvidenceRefusal: String, Error, Sendable, CaseIterable {
  case tooLarge, empty, unknownType
  /// Damaged, locked with a password, or made to take for ever.
  case broken
  /// Nothing here can look at it safely.
  case noSandbox
  case busy, noKey, alreadyThere
}
