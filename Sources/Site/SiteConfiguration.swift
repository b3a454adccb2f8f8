package import CivilTime
package import Gateway
package import Services

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
  /// Slows down searches that come from one neighbourhood of addresses; nil where nobody is slowed down.
  package var pace: SearchPace?

  package init(
    origin: Origin, isPractice: Bool, securityContact: String? = nil, placesReadOn: CivilDate,
    now: @escaping @Sendable () -> Timestamp, pace: SearchPace? = nil
  ) {
    self.origin = origin
    self.isPractice = isPractice
    self.securityContact = securityContact
    self.placesReadOn = placesReadOn
    self.now = now
    self.pace = pace
  }
}
