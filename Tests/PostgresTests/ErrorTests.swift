import Foundation
import Postgres
import TestKit
import Testing

@Suite struct `An error of the database` {
  static let setUp: TrustedScript = """
    create table secret (
      id int8 constraint secret_has_one_id primary key,
      name text not null constraint a_name_is_short check (length(name) < 20) unique,
      parent int8 constraint a_parent_exists references secret,
      small smallint, born date, kind varchar(5));
    create function guard(name text) returns int language plpgsql as $$
    begin
      raise exception 'the name % is refused', name;
    end $$;
    create function named(name text) returns int language plpgsql as $$
    begin
      raise exception 'the name % is refused', name using constraint = 'names_are_never_changed', errcode = 'P0001';
    end $$;
    insert into secret (id, name) values (1, 'PlantedWord');
    """

  /// Statements that fail, each carrying the planted word, with the SQLSTATE and what the message must still say.
  static let cases: [(query: PostgresQuery, code: String, says: String)] = [
    ("insert into secret (id, name) values (2, \("PlantedWord"))", "23505", "secret_name_key"),
    ("insert into secret (id, name) values (1, \("other PlantedWord"))", "23505", "secret_has_one_id"),
    ("insert into secret (id, name) values (3, \("PlantedWord PlantedWord"))", "23514", "a_name_is_short"),
    ("insert into secret (id, name, kind) values (4, null, \("x"))", "23502", "name"),
    ("insert into secret (id, name, parent) values (5, \("PlantedWord5"), 99)", "23503", "a_parent_exists"),
    ("insert into secret (id, name, kind) values (6, \("PlantedWord6"), \("PlantedWord"))", "22001", "too long"),
    ("select \("PlantedWord")::int", "22P02", "form"),
    ("select (\("PlantedWord")::text)::int", "22P02", "form"),
    ("select \("Planted\"Word\"")::uuid", "22P02", "form"),
    ("select \("PlantedWord")::date", "22007", "date"),
    ("select \("PlantedWord")::timestamptz", "22007", "date"),
    ("select \("2020-13-45")::date", "22008", "date"),
    ("select \("PlantedWord")::jsonb", "22P02", "form"),
    ("select \("PlantedWord")::inet", "22P02", "form"),
    ("select \("PlantedWord")::regclass", "42P01", "names something"),
    ("select \("PlantedWord")::regtype", "42704", "names something"),
    ("select to_tsquery(\("PlantedWord PlantedWord"))", "42601", "mistake"),
    ("select set_config('statement_timeout', \("PlantedWord"), false)", "22023", "parameter"),
    ("select * from secret where name ~ \("(PlantedWord")", "2201B", "regular expression"),
    ("select guard(\("PlantedWord"))", "P0001", "in its function guard"),
    ("select named(\("PlantedWord"))", "P0001", "names_are_never_changed"),
    ("select to_date(\("PlantedWord"), 'YYYY')", "22007", "date"),
    ("select now() at time zone \("PlantedWord")", "22023", "parameter"),
    ("select \(40_000)::int8::smallint", "22003", "range"),
    ("select jsonb_path_query('{}', (\("$.PlantedWord PlantedWord"))::jsonpath)", "42601", "jsonpath"),
    ("select repeat(\("PlantedWord"), 3)::int + unknown_column from secret", "42703", "unknown_column"),
    ("select nowhere from secret where name = \("PlantedWord")", "42703", "\"nowhere\""),
    ("select * from nothing_here where name = \("PlantedWord")", "42P01", "nothing_here"),
  ]

  @Test func `has its code and says what it can without a value`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript(Self.setUp)
      for (query, code, says) in Self.cases {
        let error = await #expect(throws: PostgresError.self, "\(query.sql)") { try await database.rows(query) }
        guard let error else { continue }
        #expect(error.code.rawValue == code, "\(query.sql): \(error)")
        #expect(error.message.contains(says), "\(query.sql): \(error)")
        // Whatever anybody prints of it.
        var dumped = ""
        dump(error, to: &dumped)
        for shown in ["\(error)", error.localizedDescription, String(reflecting: error), dumped] {
          #expect(!shown.contains("Planted"), "\(query.sql)")
        }
        #expect(error.file.hasSuffix("ErrorTests.swift") && error.line > 0)
      }
    }
  }

  @Test func `names the constraint, the table and the column`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript(Self.setUp)
      let unique = await #expect(throws: PostgresError.self) {
        try await database.execute("insert into secret (id, name) values (1, 'b')")
      }
      #expect(unique?.constraint == "secret_has_one_id" && unique?.table == "secret")
      let null = await #expect(throws: PostgresError.self) {
        try await database.execute("insert into secret (id, name) values (2, null)")
      }
      #expect(null?.column == "name" && null?.code == .notNullViolation)
    }
  }

  @Test func `of a script names the script and the line`() async throws {
    try await withScratchDatabase { database, _ in
      let error = await #expect(throws: PostgresError.self) {
        try await database.runScript(TrustedScript("select 1;\nselect 2;\nselect nowhere;\n", name: "m0042_reason"))
      }
      #expect(error?.description.contains("column \"nowhere\" does not exist (m0042_reason, line 3)") == true)
    }
  }

  @Test func `of a COPY holds no line of the data`() async throws {
    try await withScratchDatabase { database, _ in
      try await database.runScript(Self.setUp)
      for line in [
        "7\tPlantedWord\t\\N\tPlantedWord\t\\N\t\\N\n", "PlantedWord\n", "8\tPlantedWord\t\\N\t\\N\t\\N\t\\N\textra\n",
      ] {
        let error = await #expect(throws: PostgresError.self) {
          try await database.copyIn("copy secret from stdin") { try await $0.write(Array(line.utf8)) }
        }
        #expect(error?.code.errorClass == "22" || error?.code == .uniqueViolation)
        #expect("\(String(reflecting: error))".contains("Planted") == false)
      }
    }
  }

  @Test func `never shows the password of the connection string`() async throws {
    for url in ["postgresql://u:Planted@%zz/x", "host=/nowhere password=Planted user='u", "bogus=Planted"] {
      let error = #expect(throws: PostgresError.self) { try DatabaseConfiguration(url: url) }
      #expect(error?.code == .configuration)
      #expect("\(String(reflecting: error))".contains("Planted") == false)
    }
    let configuration = try DatabaseConfiguration(
      url: "postgresql://u:Planted@/x?host=/nowhere", leaseTimeout: .seconds(1))
    #expect(!configuration.description.contains("Planted"))
    let database = Database(configuration)
    let error = try await failureToConnect(database)
    #expect(error?.message == "no database server answers at /nowhere")
    #expect("\(String(reflecting: error))".contains("Planted") == false)
    await database.close()
  }
}

/// What a pool says that finds no server. On a busy machine it may not even have tried before its deadline.
func failureToConnect(_ database: Database) async throws -> PostgresError? {
  while true {
    let error = await #expect(throws: PostgresError.self) { try await database.rows("select 1") }
    if error?.code != .poolDeadline {
      #expect(error?.code == .cannotConnect)
      return error
    }
  }
}
