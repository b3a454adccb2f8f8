package import Vault

/// The key with which the database knows again what was taken back: sessions of the service bring it along.
///
/// No table keeps it, so that a dump does not tell whose the digests are. It is made from the service's key and says
/// nothing of it.
package enum SuppressionKey {
  /// What a session of the service has set; nothing where there are no keys yet.
  package static func settings(_ keys: ServiceKeys?) -> [String: String] {
    guard let keys else { return [:] }
    let key = keys.hash(Array("paradero database v1".utf8), purpose: .suppression)
    return ["paradero.suppression_key": Digests.hexadecimal(key)]
  }
}
