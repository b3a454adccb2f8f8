/// From where a request was sent off, as far as the browser says.
package enum RequestSource: Sendable, Equatable {
  /// A page of this site.
  case sameOrigin
  /// A page of another site, or of another host beside this one.
  case foreign
  /// No word: a program, a very old browser, or one that hides the origin because pages here send no referrer.
  case unknown
}

extension Request {
  /// Where the request comes from. Fetch metadata counts first: no page can forge it.
  ///
  /// Under `Referrer-Policy: no-referrer` browsers write `Origin: null` even for a form of our own, so "null" says
  /// nothing. What changes something in the name of a session needs its form token besides.
  package var source: RequestSource {
    switch headers["Sec-Fetch-Site"] {
    case "same-origin": return .sameOrigin
    // "none" is the address bar or a bookmark, which never send anything but GET.
    case "none": return method.isSafe ? .sameOrigin : .foreign
    case .some: return .foreign
    case nil: break
    }
    guard let said = headers["Origin"], said != "null" else { return .unknown }
    return Origin(said) == origin ? .sameOrigin : .foreign
  }

  /// The answer to an unsafe request that another site sent off; nil if there is nothing against it.
  ///
  /// `allowsUnknown` is for what anybody may do without a session: a search, an API call.
  package func foreignRefusal(allowsUnknown: Bool) -> Response? {
    if method.isSafe { return nil }
    switch source {
    case .sameOrigin: return nil
    case .unknown where allowsUnknown: return nil
    case .unknown, .foreign: return .problem(Problem(.forbidden, code: "foreign-origin"))
    }
  }
}
