/// What the gateway knows about names of request headers.
enum HeaderName {
  /// "HTTP_ACCEPT_LANGUAGE" as clients write it: "Accept-Language".
  static func fromVariable(_ name: String) -> String {
    name.dropFirst(5).split(separator: "_", omittingEmptySubsequences: false)
      .map { $0.prefix(1) + $0.dropFirst().lowercased() }
      .joined(separator: "-")
  }

  /// Whether a header concerns the connection to nginx, or was read elsewhere: handlers do not see it.
  static func isConnectionMatter(_ name: String) -> Bool { hidden.contains(name) || name.hasPrefix("Proxy-") }

  /// Whether the values of repeated fields make one list. Any other header that comes twice contradicts itself.
  static func isList(_ name: String) -> Bool { lists.contains(name) }

  private static let hidden: Set<String> = [
    "Host", "Content-Length", "Content-Type", "Transfer-Encoding", "Te", "Trailer", "Connection", "Keep-Alive",
    "Upgrade", "Expect", "Proxy", "Http2-Settings",
  ]

  private static let lists: Set<String> = [
    "Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Cache-Control", "Cookie", "Forwarded",
    "If-Match", "If-None-Match", "Pragma", "Prefer", "Via", "Warning", "X-Forwarded-For",
  ]
}
