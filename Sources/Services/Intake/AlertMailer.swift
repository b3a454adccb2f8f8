package import CivilTime
internal import Phrasebook
package import Postgres
internal import Records
internal import Stores
package import Vault

/// Hands the machine the mail of alerts and of their corrections, one message at a time: part of the keeper's process,
/// which alone can open addresses. The guarantee is `Mailer`'s: each message is handed over once at most.
package struct AlertMailer: Sendable {
  private let database: Database
  private let keys: @Sendable () -> KeeperKeys
  private let origin: String
  private let from: String

  /// - Parameter database: a pool of the keeper's role.
  package init(_ database: Database, origin: String, from: String, keys: @escaping @Sendable () -> KeeperKeys) {
    (self.database, self.origin, self.from, self.keys) = (database, origin, from, keys)
  }

  private static let settling = 300.0

  /// Sends the message that has waited longest; false if none waits.
  package func step(now: Timestamp, handing: (MailMessage) async -> Mailer.Handover) async throws -> Bool {
    let store = AlertMailStore(database)
    try await store.settle(before: now.adding(seconds: -Self.settling), now: now)
    // Committed before anything is handed over.
    guard let waiting = try await store.take(now: now) else { return false }
    guard let message = try await message(waiting, now) else {
      try await store.end(waiting.id, .failed, now: now)
      return true
    }
    switch await handing(message) {
    case .taken: try await store.end(waiting.id, .sent, now: now)
    case .refusedForEver: try await store.end(waiting.id, .failed, now: now)
    case .unknown: break
    case .refusedForNow:
      if waiting.attempts > Mailer.pauses.count {
        try await store.end(waiting.id, .failed, now: now)
      } else {
        let pause = Mailer.pauses[max(0, waiting.attempts - 1)] * 60
        try await store.postpone(waiting.id, until: now.adding(seconds: pause), now: now)
      }
    }
    return true
  }

  /// Nil when the address is gone, or when an alert would arrive after it expired; a correction always arrives.
  private func message(_ waiting: AlertMessage, _ now: Timestamp) async throws -> MailMessage? {
    guard let line = try await AlertStore(database).alert(waiting.alert), let box = waiting.contact,
      waiting.event != nil || line.expiresAt > now,
      let contact = FamilyContact(
        bytes: try keys().open(box, context: FamilyContact.context(.subscriber, selector: waiting.selector))),
      FamilyContact.isAddress(contact.reach)
    else { return nil }
    let phrases = Phrases.of(waiting.language) ?? .english
    let (subject, text) = AlertText.mail(line, isCorrection: waiting.event != nil, origin: origin, phrases)
    return MailMessage(
      from: from, to: contact.reach, subject: subject, text: text, id: waiting.messageID, sentAt: now)
  }
}
