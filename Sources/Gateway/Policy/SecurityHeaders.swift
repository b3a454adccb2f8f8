/// The one place for the headers that protect those who use the site. Every answer passes here.
package enum SecurityHeaders {
  /// For pages: only what this site itself serves, no frame around it, no base to be moved.
  package static let pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
    + "require-trusted-types-for 'script'"
  /// For anything that is no page.
  package static let dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

  /// Adds what is missing. Only the time to keep an answer may have been set before; nothing else can be loosened.
  package static func apply(to response: inout Response, scheme: Scheme) {
    let isPage = response.headers["Content-Type"]?.hasPrefix("text/html") ?? false
    response.headers["Content-Security-Policy"] = isPage ? pagePolicy : dataPolicy
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = permissions
    response.headers["X-Frame-Options"] = "DENY"
    response.headers.setIfAbsent("Cache-Control", "no-store")
    if scheme == .https {
      response.headers["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    }
  }

  /// Every power of a browser that the site has no use for.
  private static let permissions = [
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen",
    "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
  ].map { $0 + "=()" }.joined(separator: ", ")
}
