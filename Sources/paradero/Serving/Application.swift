internal import Gateway

/// Puts the site together: services on the databases of their roles, pages on the services.
enum Application {
  static func make(_ context: CommandContext, origin: Origin) async throws -> any Handler {
    NothingYet()
  }
}

/// Stands where the site will be.
private struct NothingYet: Handler {
  func respond(to request: Request) async -> Response { .notFound }
}
