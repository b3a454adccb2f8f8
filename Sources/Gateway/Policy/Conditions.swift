package import Foundation

/// What a resource is known by, to answer conditional requests.
package struct Validators: Sendable {
  package let tag: EntityTag?
  /// To the second.
  package let lastModified: Date?

  package init(tag: EntityTag?, lastModified: Date? = nil) {
    self.tag = tag
    self.lastModified = lastModified
  }

  /// The answer that the conditions of a request call for (RFC 9110, section 13.2.2): 304, 412, or nil to go on.
  package func answer(to request: Request) -> Response? {
    let headers = request.headers
    if headers.contains("If-Match") {
      guard let wanted = EntityTag.list(headers.all("If-Match")) else { return nil }
      let holds = tag.map { tag in wanted.contains { $0.matchesStrongly(tag) } } ?? false
      if !holds { return .problem(Problem(.preconditionFailed)) }
    } else if let since = date(headers["If-Unmodified-Since"]), let lastModified, lastModified > since {
      return .problem(Problem(.preconditionFailed))
    }
    let isReading = request.method == .get || request.method == .head
    if headers.contains("If-None-Match") {
      let wanted = EntityTag.list(headers.all("If-None-Match"))
      let isSame =
        wanted.map { wanted in tag.map { tag in wanted.contains { $0.matchesWeakly(tag) } } ?? false } ?? true
      if isSame { return isReading ? notModified : .problem(Problem(.preconditionFailed)) }
    } else if isReading, let since = date(headers["If-Modified-Since"]), let lastModified, lastModified <= since {
      return notModified
    }
    return nil
  }

  /// Writes the validators into an answer.
  package func mark(_ response: inout Response) {
    if let tag { response.headers["ETag"] = tag.description }
    if let lastModified { response.headers["Last-Modified"] = HTTPDate.text(lastModified) }
  }

  private var notModified: Response {
    var response = Response(status: .notModified)
    mark(&response)
    return response
  }

  private func date(_ text: String?) -> Date? { text.flatMap(HTTPDate.date) }
}

/// A static file of the site, embedded in the program: the same for everybody, and free to be kept.
package struct Asset: Sendable {
  package let content: [UInt8]
  package let type: String
  package let tag: EntityTag
  private let isImmutable: Bool

  /// `isImmutable` when the name changes with the content, so that nobody ever has to ask again.
  package init(_ content: [UInt8], type: String, isImmutable: Bool) {
    self.content = content
    self.type = type
    self.isImmutable = isImmutable
    tag = EntityTag(of: content)
  }

  package func response(to request: Request) -> Response {
    let validators = Validators(tag: tag)
    var response = validators.answer(to: request) ?? Response(headers: ["Content-Type": type], body: .bytes(content))
    validators.mark(&response)
    if response.status == .ok || response.status == .notModified {
      response.headers["Cache-Control"] = isImmutable ? "public, max-age=31536000, immutable" : "public, no-cache"
    }
    return response
  }
}
