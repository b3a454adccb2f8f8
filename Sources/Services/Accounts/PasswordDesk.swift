internal import Foundation
internal import Locking
package import Vault

/// What is wrong with a password that somebody wants to set.
package enum PasswordFault: Sendable, Equatable, CaseIterable {
  case tooShort, tooLong, common, notRepeated
}

/// Makes and checks the hashes of passwords. A password counts in its composed form (NFC), so that the same letters typed
/// on another keyboard are the same password; nothing else about it is changed or asked for but its length.
package struct PasswordDesk: Sendable {
  private let keys: KeyRing?
  private let cost: PasswordCost
  private let queue: HashQueue
  private let common: CommonPasswords
  private let dummy = Locked<String?>(nil)

  package static let lengths = 15...128

  package init(
    keys: KeyRing?, common: CommonPasswords, cost: PasswordCost = .standard, queue: HashQueue = HashQueue()
  ) {
    self.keys = keys
    self.common = common
    self.cost = cost
    self.queue = queue
  }

  package func fault(_ password: String, repeated: String, account: String) -> PasswordFault? {
    let composed = Self.composed(password)
    let length = composed.unicodeScalars.count
    if length < Self.lengths.lowerBound { return .tooShort }
    if length > Self.lengths.upperBound { return .tooLong }
    if common.contains(composed, account: account) { return .common }
    return composed == Self.composed(repeated) ? nil : .notRepeated
  }

  /// What is stored of a password: what was done to it, then the hash, which names its own cost and salt.
  package func hash(_ password: String) async throws -> String {
    let message = message(password, isPeppered: keys != nil)
    let cost = cost
    guard let hash = try await queue.run({ PasswordHash.make(message, cost: cost) }) else { throw KeyError.tooWeak }
    return (keys == nil ? Self.plain : Self.peppered) + hash
  }

  /// Takes as long for an account that has no password, or that does not exist: then `encoded` is nil.
  package func isRight(_ password: String, encoded: String?) async throws -> Bool {
    // What is too long is no password here, and must not cost more than one.
    let password = password.utf8.count <= 1024 ? password : ""
    let encoded = if let encoded { encoded } else { try await dummyHash() }
    let isPeppered = encoded.hasPrefix(Self.peppered)
    let message = message(password, isPeppered: isPeppered)
    let hash = String(encoded.dropFirst((isPeppered ? Self.peppered : Self.plain).count))
    return try await queue.run { PasswordHash.isRight(message, encoded: hash) }
  }

  /// Whether a password that was right should be hashed anew: another cost, or a pepper since there is a key.
  package func isOutdated(_ encoded: String) -> Bool {
    guard encoded.hasPrefix(keys == nil ? Self.plain : Self.peppered) else { return true }
    let hash = String(encoded.dropFirst((keys == nil ? Self.plain : Self.peppered).count))
    return PasswordHash.isOutdated(hash, cost: cost)
  }

  private static let plain = "nfc:"
  private static let peppered = "nfc+pepper:"

  private static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

  private func message(_ password: String, isPeppered: Bool) -> [UInt8] {
    let bytes = Array(Self.composed(password).utf8)
    guard isPeppered else { return bytes }
    return keys?.service.hash(bytes, purpose: .pepper) ?? bytes
  }

  /// A hash that no password fits, made once, as costly as all others.
  private func dummyHash() async throws -> String {
    if let known = dummy.withLock({ $0 }) { return known }
    let made = try await hash(SessionToken().text)
    dummy.withLock { $0 = made }
    return made
  }
}
