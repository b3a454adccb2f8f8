import Testing

@testable import Postgres

@Suite struct `A query` {
  @Test func `numbers its values`() {
    let query: PostgresQuery = "select * from t where a = \(1) and b = \("x") and c is not distinct from \(Int?.none)"
    #expect(query.sql == "select * from t where a = $1 and b = $2 and c is not distinct from $3")
    #expect(query.binds.map(\.type) == [20, 0, 20])
  }

  @Test func `takes in another query and numbers its values anew`() {
    let inner: PostgresQuery = "b = \("x") or c = \(true)"
    let query: PostgresQuery = "select * from t where a = \(1) and (\(fragment: inner)) limit \(5)"
    #expect(query.sql == "select * from t where a = $1 and (b = $2 or c = $3) limit $4")
    #expect(query.binds.map(\.type) == [20, 0, 16, 20])
  }

  @Test func `never holds a value in its text`() {
    let planted = "'; drop table person; --"
    let query: PostgresQuery = "select \(planted), \([planted]), \(PostgresJSON(text: planted))"
    #expect(query.sql == "select $1, $2, $3")
  }
}
