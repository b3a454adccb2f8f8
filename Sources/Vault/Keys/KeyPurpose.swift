/// What a keyed hash is for. Each purpose has a key of its own, so that a hash of one means nothing to another.
package enum KeyPurpose: String, Sendable, CaseIterable {
  /// Finding a person by the number and its variants.
  case aNumber = "a-number"
  /// Mixed into passwords before they are stretched.
  case pepper
  /// Counting by network address.
  case address
  /// Finding a followed search by its receipt.
  case receipt
  /// Knowing a row of an imported file again.
  case row
  /// Keeping what was deleted from coming back with an import.
  case suppression
  /// Knowing a caller again without keeping the number.
  case caller
  case session, code, token, budget, audit, mail
}
