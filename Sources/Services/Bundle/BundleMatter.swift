package import CivilTime
package import CounselRules
internal import Foundation
package import Records
package import Stores

/// What a bundle is about.
package struct BundleScope: Sendable, Equatable {
  package enum Subject: Sendable, Equatable {
    /// A facility's code.
    case place(String)
    /// A docket number: everything under rules of that order, at every place.
    case order(String)
    /// References of requests that the reviewer opened.
    case requests([String])
  }

  package let subject: Subject
  /// Both among the days.
  package let first: CivilDate
  package let last: CivilDate

  package init(_ subject: Subject, first: CivilDate, last: CivilDate) {
    (self.subject, self.first, self.last) = (subject, first, last)
  }
}

/// Everything that goes into a bundle, before it is put into words.
package struct BundleMatter: Sendable {
  package let scope: BundleScope
  package let reviewer: String
  package let madeAt: Timestamp
  package let places: [Place]
  package let requests: [Request]
  package let rules: [RuleText]
  /// Findings that stay off, by rule.
  package let leftOff: [LeftOff]
  /// Requests in scope that are the reviewer's own or their office's, and stay off.
  package let own: Int
  package let audit: [AuditLine]
  package let checkpoints: [String]

  /// A place with what was seen of it on the days of the scope.
  package struct Place: Sendable {
    package let facility: Facility
    package let zone: Zone
    package let days: [PlaceDay]
    package let events: [PlaceEvent]
    package let findings: [BundleFinding]
  }

  package struct Request: Sendable {
    /// Its number within the bundle, from 1.
    package let number: Int
    package let row: BundledRequest
    package let facility: Facility
    package let zone: Zone
    /// Nil for one that the reviewer did not open: then only what follows is known.
    package let opened: VisitMatter?
    /// The account that filed one that was opened; nil for others.
    package let filedBy: String?
    package let events: [BundledEvent]
    package let files: [BundledFile]
    package let findings: [BundleFinding]
  }

  /// A rule in the words of the file that was applied.
  package struct RuleText: Sendable {
    package let id: RuleID
    package let cite: String
    package let text: String
  }

  package struct LeftOff: Sendable {
    package let id: RuleID
    package let cite: String
    package let findings: Int
    /// Whether the reason is that nobody compared its text; else it is a matter of judgement.
    package let isUnverified: Bool
  }
}

/// A finding that may stand in a bundle, with what people made of it.
package struct BundleFinding: Sendable {
  package let finding: Finding
  /// In English.
  package let plain: String
  package let cite: String
  /// Nil where no case had to be opened: the rule was kept, or facts are missing.
  package let state: CaseState?
  package let verdicts: [(verdict: String, at: Timestamp, account: Int64)]
}

/// Why no bundle is made.
package enum BundleRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  case noSuchPlace(String)
  case noSuchOrder(String)
  /// No such request, or one that this reviewer did not open.
  case notOpened(String)
  case nothing
  case noKey
  case noReason
  case notAReviewer

  package var description: String {
    switch self {
    case .noSuchPlace(let code): "There is no place \(code), or its time zone is not known."
    case .noSuchOrder(let docket): "No rule of the rulebook names the docket \(docket)."
    case .notOpened(let reference): "The reviewer has not opened \(reference) for review, or there is none."
    case .nothing: "Nothing was told of these days in this scope."
    case .noKey: "There is no key to open sealed files with, or none to sign with."
    case .noReason: "A bundle is made for a reason of 3 to 500 characters, which the audit log keeps."
    case .notAReviewer: "Bundles are made in the name of a monitor whose account is open."
    }
  }
}
