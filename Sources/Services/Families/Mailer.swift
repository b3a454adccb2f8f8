package import CivilTime
internal import Phrasebook
package import Postgres
internal import Stores
package import Vault

/// Hands the machine the mail that waits, one message at a time: part of the keeper's process, which alone can open
/// addresses.
///
/// What is guaranteed: each message is handed over once at most. Before it is, the database says "sending"; afterwards
/// "sent". A process that ends in between leaves "sending", which becomes "uncertain" and is not sent again: the family
/// hears of it with the next day's batch if it has not looked by then. A refusal for the moment is tried again with
/// longer and longer pauses, under the same Message-ID.
package struct Mailer: Sendable {
  private let database: Database
  private let keys: @Sendable () -> KeeperKeys
  private let origin: String
  private let from: String

  /// - Parameter database: a pool of the keeper's role.
  package init(_ database: Database, origin: String, from: String, keys: @escaping @Sendable () -> KeeperKeys) {
    self.database = database
    self.origin = origin
    self.from = from
    self.keys = keys
  }

  /// What became of a message that was handed over.
  package enum Handover: Sendable, Equatable {
    case taken, refusedForNow, refusedForEver
    /// It did not say in time.
    case unknown
  }

  /// Minutes before each further try; then it has failed.
  static let pauses: [Double] = [1, 5, 15, 60, 240, 720]
  /// After so many seconds nobody hands over a message any more.
  package static let patience = 120.0
  private static let settling = 300.0

  /// Sends the message that has waited longest; false if none waits.
  package func step(now: Timestamp, handing: (MailMessage) async -> Handover) async throws -> Bool {
    let outbox = OutboxStore(database)
    try await outbox.settle(before: now.adding(seconds: -Self.settling), now: now)
    // Committed before anything is handed over.
    guard let waiting = try await outbox.take(now: now) else { return false }
    guard let message = try await message(waiting, now) else {
      try await outbox.end(waiting.id, .failed, now: now)
      return true
    }
    switch await handing(message) {
    case .taken: try await outbox.end(waiting.id, .sent, now: now)
    case .refusedForEver: try await outbox.end(waiting.id, .failed, now: now)
    case .unknown: break
    case .refusedForNow:
      if waiting.attempts > Self.pauses.count {
        try await outbox.end(waiting.id, .failed, now: now)
      } else {
        let pause = Self.pauses[max(0, waiting.attempts - 1)] * 60
        try await outbox.postpone(waiting.id, until: now.adding(seconds: pause), now: now)
      }
    }
    return true
  }

  /// Nil when the family wants no mail any more, or left no address.
  private func message(_ waiting: OutgoingMessage, _ now: Timestamp) async throws -> MailMessage? {
    guard let sealed = try await SealedContactStore(database).sealed(search: waiting.search), let box = sealed.contact,
      let contact = FamilyContact(
        bytes: try keys().open(box, context: FamilyContact.context(.contact, selector: sealed.selector))),
      FamilyContact.isAddress(contact.reach)
    else { return nil }
    let words = (Phrases.of(sealed.language) ?? .english).receipt.mail
    return MailMessage(
      from: from, to: contact.reach, subject: words.subject, text: words.text("\(origin)/\(sealed.language)/receipt"),
      id: waiting.messageID, sentAt: now)
  }
}
