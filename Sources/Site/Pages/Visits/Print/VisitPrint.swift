internal import Gateway

/// What of a request can be had as a PDF.
package enum VisitPrint: String, CaseIterable, Sendable {
  case letter, chronology, declaration
  /// The letter, the terms that bind the place, a sheet for the G-28, and the chronology.
  case packet

  init?(_ components: inout RouteComponents) {
    if components.take("letter.pdf") {
      self = .letter
    } else if components.take("chronology.pdf") {
      self = .chronology
    } else if components.take("declaration.pdf") {
      self = .declaration
    } else if components.take("packet.pdf") {
      self = .packet
    } else {
      return nil
    }
  }

  var file: String { rawValue + ".pdf" }
}
