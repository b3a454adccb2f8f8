internal import Foundation

/// An error as a machine reads it (RFC 9457). It names what went wrong and what to do, never a person's data.
package struct Problem: Sendable, Equatable {
  package var status: Status
  /// A short, fixed word that programs branch on.
  package var code: String?
  package var title: String
  package var detail: String?
  package var instance: String?
  /// One entry for each field of a form that cannot stand: its name and a fixed word.
  package var errors: [String: String]

  package init(
    _ status: Status, code: String? = nil, title: String? = nil, detail: String? = nil, instance: String? = nil,
    errors: [String: String] = [:]
  ) {
    self.status = status
    self.code = code
    self.title = title ?? status.phrase
    self.detail = detail
    self.instance = instance
    self.errors = errors
  }

  package var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let document = Document(
      type: "about:blank", title: title, status: status.code, code: code, detail: detail, instance: instance,
      errors: errors.isEmpty ? nil : errors)
    return (try? encoder.encode(document)).map(Array.init) ?? Array("{\"status\":\(status.code)}".utf8)
  }

  private struct Document: Encodable {
    let type: String
    let title: String
    let status: Int
    let code: String?
    let detail: String?
    let instance: String?
    let errors: [String: String]?
  }
}
