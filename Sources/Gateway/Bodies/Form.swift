/// A form that was sent: fields, and files if it came as multipart.
package struct Form: Sendable {
  package var fields: Fields

  package init(fields: Fields = Fields()) { self.fields = fields }

  package subscript(_ name: String) -> String? { fields[name] }
  package func all(_ name: String) -> [String] { fields.all(name) }
}

extension Request {
  /// The form in the body. An empty body is an empty form; any other kind of body is answered 415.
  package func form(limits: Limits = Limits()) async throws(RequestError) -> Form {
    guard body.count > 0 else { return Form() }
    switch MediaType(headers["Content-Type"] ?? "")?.essence {
    case "application/x-www-form-urlencoded":
      guard case .bytes(let bytes) = body else { return Form() }
      return Form(fields: try URLEncoded.fields(bytes, limit: limits.fields, allowsLines: true))
    default: throw .refused(.unsupportedMediaType, "form-type")
    }
  }

  /// The body of an API call, which must say that it is JSON.
  package func json() throws(RequestError) -> [UInt8] {
    guard MediaType(headers["Content-Type"] ?? "")?.essence == "application/json" else {
      throw .refused(.unsupportedMediaType, "json-wanted")
    }
    guard case .bytes(let bytes) = body, String(validating: bytes, as: UTF8.self) != nil else {
      throw .refused(.badRequest, "not-utf-8")
    }
    return bytes
  }
}
