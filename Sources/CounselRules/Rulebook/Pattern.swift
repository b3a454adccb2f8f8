/// The 34 patterns of denied access to counsel.
package enum Pattern: String, Sendable, CaseIterable, Codable, Comparable {
  case turnedAway = "D01"
  case noLegalVisits = "D02"
  case closedInHours = "D03"
  case closedOnRestDay = "D04"
  case closedWithoutNotice = "D05"
  case overlongClosure = "D06"
  case prospectiveRefused = "D07"
  case g28Demanded = "D08"
  case assistantRefused = "D09"
  case identifierDemanded = "D10"
  case excessiveWait = "D11"
  case movedWhileWaiting = "D12"
  case movedOutOfReach = "D13"
  case movedBeforeConsult = "D14"
  case transferNotNotified = "D15"
  case notConfidential = "D16"
  case noContact = "D17"
  case callMonitored = "D18"
  case callNotFree = "D19"
  case callNotScheduled = "D20"
  case callCutShort = "D21"
  case firstCallLate = "D22"
  case messageNotDelivered = "D23"
  case unanswered = "D24"
  case requestIgnored = "D25"
  case longLeadTime = "D26"
  case slotsFull = "D27"
  case visitCutShort = "D28"
  case declinedUnverified = "D29"
  case signedBeforeCounsel = "D30"
  case notInLocator = "D31"
  case noNoticeOrLanguage = "D32"
  case mailBlocked = "D33"
  case banned = "D34"

  /// Somebody says no; the others keep counsel away without saying it.
  package var isExplicitRefusal: Bool {
    switch self {
    case .turnedAway, .noLegalVisits, .closedInHours, .closedOnRestDay, .prospectiveRefused, .g28Demanded,
      .assistantRefused, .banned:
      true
    default: false
    }
  }

  package static func < (left: Pattern, right: Pattern) -> Bool { left.rawValue < right.rawValue }
}
