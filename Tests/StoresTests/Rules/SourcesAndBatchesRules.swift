import Postgres

extension BrokenRule {
  /// Of sources and batches.
  static let sourcesAndBatches: [BrokenRule] = [
    .init("A source has a name", "update source set name = ''"),
    .init(
      "A source has a name of its own",
      "insert into source (name, kind, trust) select name, 'family', 4 from source"
    ),
    .init("A source is of a known kind", "update source set kind = 'rumor'"),
    .init("Trust is graded 1 (best) to 5", "update source set trust = 0"),
    .init("A batch finishes after it starts", "update batch set finished_at = started_at - interval '1 day'"),
    .init("A batch is an import, an entry or a sample", "insert into batch (source_id, kind) values (1, 'gift')"),
    .init("A batch is erased after it was withdrawn", "update batch set erased_at = now()"),
    .init("A batch is withdrawn for a reason", "update batch set withdrawn_at = now()"),
    .init("A file has a SHA-256", "update batch set file_sha256 = 'abc'"),
    .init("A map has a SHA-256", "update batch set map_sha256 = 'abc'"),
    .init("Duplicate rows are counted", "update batch set rows_duplicate = -1"),
    .init("Rows accepted are counted", "update batch set rows_accepted = -1"),
    .init("Rows read are counted", "update batch set rows_read = -1"),
    .init("Rows rejected are counted", "update batch set rows_rejected = -1"),
    .init(
      "The same file is imported once",
      """
      insert into batch (source_id, kind, file_sha256)
      select 1, 'import', sha256('x') from generate_series(1, 2)
      """
    ),
    .init("A batch is withdrawn, never deleted", "delete from batch"),
    .init("A batch stays what it is", "update batch set kind = 'import'"),
    .init(
      "Production takes no samples",
      """
      update installation set kind = 'production';
      insert into batch (source_id, kind) values (1, 'sample')
      """
    ),
  ]
}
