package import CivilTime
package import Gateway

/// What differs from one installation to another.
package struct SiteConfiguration: Sendable {
  /// The address that people type, without a path.
  package var origin: Origin
  /// A demo database: everybody in it is invented, and every page says so.
  package var isPractice: Bool
  /// Where to report a weakness: a `mailto:` or `https:` address for security.txt.
  package var securityContact: String?
  /// When the facts about places were read.
  package var placesReadOn: CivilDate
  package var now: @Sendable () -> Timestamp

  package init(
    origin: Origin, isPractice: Bool, securityContact: String? = nil, placesReadOn: CivilDate,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.origin = origin
    self.isPractice = isPractice
    self.securityContact = securityContact
    self.placesReadOn = placesReadOn
    self.now = now
  }
}
