package import CivilTime
package import Records

/// What `paradero import records` was asked to do.
package struct ImportOptions: Sendable {
  /// How to make the source if it is not there yet.
  package struct NewSource: Sendable, Equatable {
    package var kind: SourceKind
    package var trust: Int
    package var isPublic: Bool

    package init(kind: SourceKind, trust: Int, isPublic: Bool) {
      self.kind = kind
      self.trust = trust
      self.isPublic = isPublic
    }
  }

  /// The file; `-` is standard input.
  package var path: String
  package var source: String
  package var newSource: NewSource?
  package var map: String?
  /// Writes nothing; tells what would be written.
  package var isDryRun = false
  /// Writes nothing when a single row is rejected.
  package var isStrict = false
  package var rejects: String?
  package var rejectsHoldData = false
  /// When the file's facts were reported; else the file's own date, else now.
  package var reportedAt: Timestamp?
  /// For clocks at places that are no facility.
  package var zone: Zone?
  package var placesAsAbove = false

  package init(path: String, source: String) {
    self.path = path
    self.source = source
  }
}

/// How far an import is.
package enum ImportStage: Sendable, Equatable {
  /// Bytes looked over, of all.
  case surveying(Int, of: Int)
  /// Another import of the source is under way.
  case waiting
  case reading(Int, of: Int)
  case comparing
  case writing(Int, of: Int)
}
