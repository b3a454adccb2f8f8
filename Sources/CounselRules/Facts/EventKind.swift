/// What can happen around a visit request, a call, a person in custody or a place.
package enum EventKind: UInt8, Sendable, CaseIterable {
  // A request and its answer
  case submitted, delivered, acknowledged, replied, scheduled, denied, withdrawn
  // At the door
  case arrived, letIn, refused, left, completed, cutShort, clientDeclined
  // What the place asks for
  case demanded, leadTimeRequired, slotOffered, attempted
  // The room
  case roomObserved
  // Calls and messages
  case callRequested, callOffered, callRefused, callHeld, numberSubmitted, numberApproved, messageLeft,
    messageDelivered
  // The person
  case arrested, bookedIn, moved, released, custodyDecided, consulted, transferNotified, given, askedForCounsel,
    madeToSign, locatorChecked, g28Filed
  // Mail
  case mailReceived, mailDelivered, mailOpened
  // A ban
  case banned
  // The place itself
  case openObserved, closedObserved, hoursPosted, closed, reopened, closureNotified, policyStated
  // What clears, softens or aggravates
  case entryRuleFailed, wrongLocation, emergency, portOfEntry, languageNeed, disability, minor, courtDeadline, remedied

  /// As files write it: `letIn` is `let_in`.
  package var code: String { Self.codes[Int(rawValue)] }

  package init?(code: String) {
    guard let index = Self.codes.firstIndex(of: code), let kind = EventKind(rawValue: UInt8(index)) else { return nil }
    self = kind
  }

  private static let codes: [String] = allCases.map { kind in
    "\(kind)".reduce(into: "") { text, letter in
      if letter.isUppercase { text += "_" + letter.lowercased() } else { text.append(letter) }
    }
  }
}

/// A set of kinds, in one word, so that a rule that reads none of what happened is passed over at once.
package struct EventKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(_ kind: EventKind) { rawValue = 1 << UInt64(kind.rawValue) }

  init(_ kinds: EventKind...) { rawValue = kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

  func holds(_ kind: EventKind) -> Bool { rawValue & 1 << UInt64(kind.rawValue) != 0 }
}
