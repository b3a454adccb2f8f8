package import CivilTime

/// What kind of source tells something.
package enum SourceKind: String, Sendable, CaseIterable {
  case roster, hotline, attorney, family, court, official
  case stintRelease = "stint_release"
  case facilityList = "facility_list"
  case sample

  /// The trust grade that a source of this kind starts with: 1 is the best, 5 is unverified.
  package var usualTrust: Int {
    switch self {
    case .official, .court, .stintRelease, .facilityList: 1
    case .attorney: 2
    case .roster: 2
    case .hotline: 3
    case .family: 4
    case .sample: 3
    }
  }
}

extension SourceKind {
  /// Whether anyone can read a source of this kind themselves; nil where that differs from one to the next.
  package var isUsuallyPublic: Bool? {
    switch self {
    case .roster, .official, .stintRelease, .facilityList, .sample: true
    case .hotline, .attorney, .family: false
    case .court: nil
    }
  }
}

/// Who tells, and how far they are trusted.
package struct Source: Sendable, Equatable, Identifiable {
  package let id: Int32
  package let name: String
  package let kind: SourceKind
  /// 1, the best, to 5.
  package let trust: Int
  /// Whether anyone can read the source itself.
  package let isPublic: Bool
  /// The organisation that answers for it.
  package let who: String?

  package init(id: Int32, name: String, kind: SourceKind, trust: Int, isPublic: Bool, who: String?) {
    self.id = id
    self.name = name
    self.kind = kind
    self.trust = trust
    self.isPublic = isPublic
    self.who = who
  }
}

/// How rows came in together.
package enum BatchKind: String, Sendable, CaseIterable { case `import`, entry, sample }

/// How many rows a batch read, took, refused, and knew already.
package struct BatchCounts: Sendable, Equatable {
  package var read: Int
  package var accepted: Int
  package var rejected: Int
  package var duplicate: Int

  package init(read: Int = 0, accepted: Int = 0, rejected: Int = 0, duplicate: Int = 0) {
    self.read = read
    self.accepted = accepted
    self.rejected = rejected
    self.duplicate = duplicate
  }
}

/// Rows that came in together from one source, and are taken back together.
package struct Batch: Sendable, Equatable, Identifiable {
  package let id: Int64
  package let sourceID: Int32
  package let sourceName: String
  package let kind: BatchKind
  package let label: String?
  package let startedAt: Timestamp
  package let finishedAt: Timestamp?
  package let counts: BatchCounts
  package let withdrawnAt: Timestamp?
  package let withdrawnReason: String?

  package init(
    id: Int64, sourceID: Int32, sourceName: String, kind: BatchKind, label: String?, startedAt: Timestamp,
    finishedAt: Timestamp?, counts: BatchCounts, withdrawnAt: Timestamp?, withdrawnReason: String?
  ) {
    self.id = id
    self.sourceID = sourceID
    self.sourceName = sourceName
    self.kind = kind
    self.label = label
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.counts = counts
    self.withdrawnAt = withdrawnAt
    self.withdrawnReason = withdrawnReason
  }

  /// Whether what it brought is to be seen.
  package var isLive: Bool { finishedAt != nil && withdrawnAt == nil }
}

/// What a database is for. Samples go into a demo or a test, never into production.
package enum InstallationKind: String, Sendable, CaseIterable { case demo, production, test }

/// What followers are told has changed.
package enum ChangeKind: String, Sendable, CaseIterable {
  case person, batch
  case batchWithdrawn = "batch_withdrawn"
  case facility
  /// An open search was opened, changed or ended.
  case search
}

/// One line of the table that followers read.
package struct Change: Sendable, Equatable {
  package let seq: Int64
  package let kind: ChangeKind
  package let id: Int64

  package init(seq: Int64, kind: ChangeKind, id: Int64) {
    self.seq = seq
    self.kind = kind
    self.id = id
  }
}
