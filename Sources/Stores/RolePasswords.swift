package import Postgres

/// Passwords of the login roles, for a server where peer authentication cannot decide who may be which role.
package struct RolePasswordStore: Sendable {
  private let database: Database

  package init(_ database: Database) { self.database = database }

  /// Gives a role a password. It travels as a value, so that no statement's text holds it.
  package func give(_ password: String, to role: String) async throws {
    try await database.transaction { transaction in
      try await transaction.execute(
        """
        select set_config('paradero.login', \(role), true), set_config('paradero.password', \(password), true),
          set_config('password_encryption', 'scram-sha-256', true)
        """)
      try await transaction.runScript(
        TrustedScript(
          """
          do $$ begin
            execute format('alter role %I password %L',
              current_setting('paradero.login'), current_setting('paradero.password'));
          end $$
          """))
    }
  }
}
