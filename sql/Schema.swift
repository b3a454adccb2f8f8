/// A numbered change of the database, applied once and never edited afterwards.
package struct Migration: Sendable {
  package let version: Int
  package let name: String
  package let sql: [UInt8]

  package init(version: Int, name: String, sql: [UInt8]) {
    self.version = version
    self.name = name
    self.sql = sql
  }
}

/// SQL that is dropped and rebuilt at each migrate: views, functions and rights. It keeps nothing.
package struct Replaceable: Sendable {
  package let name: String
  package let sql: [UInt8]
}

/// All migrations, in order. A new one is a file in `migrations/` and a line here.
package let allMigrations: [Migration] = [
  Migration(version: 1, name: "foundation", sql: PackageResources.m0001_foundation_sql),
  Migration(version: 2, name: "accounts", sql: PackageResources.m0002_accounts_sql),
  Migration(version: 3, name: "imports", sql: PackageResources.m0003_imports_sql),
  Migration(version: 4, name: "matching", sql: PackageResources.m0004_matching_sql),
  Migration(version: 5, name: "visits", sql: PackageResources.m0005_visits_sql),
  Migration(version: 6, name: "following", sql: PackageResources.m0006_following_sql),
  Migration(version: 7, name: "audit", sql: PackageResources.m0007_audit_sql),
  Migration(version: 8, name: "word countries", sql: PackageResources.m0008_word_countries_sql),
  Migration(version: 9, name: "retention", sql: PackageResources.m0009_retention_sql),
  Migration(version: 10, name: "families", sql: PackageResources.m0010_families_sql),
  Migration(version: 11, name: "disclosure", sql: PackageResources.m0011_disclosure_sql),
  Migration(version: 12, name: "sign-in", sql: PackageResources.m0012_sign_in_sql),
  Migration(version: 13, name: "evidence", sql: PackageResources.m0013_evidence_sql),
  Migration(version: 14, name: "place days", sql: PackageResources.m0014_place_days_sql),
  Migration(version: 15, name: "rulebook", sql: PackageResources.m0015_rulebook_sql),
  Migration(version: 16, name: "evidence keys", sql: PackageResources.m0016_evidence_keys_sql),
  Migration(version: 17, name: "review", sql: PackageResources.m0017_review_sql),
  Migration(version: 18, name: "suppression", sql: PackageResources.m0018_suppression_sql),
  Migration(version: 19, name: "place review", sql: PackageResources.m0019_place_review_sql),
  Migration(version: 20, name: "checkpoints", sql: PackageResources.m0020_checkpoints_sql),
  Migration(version: 21, name: "hotline", sql: PackageResources.m0021_hotline_sql),
  Migration(version: 22, name: "suppression keys", sql: PackageResources.m0022_suppression_keys_sql),
  Migration(version: 23, name: "releases", sql: PackageResources.m0023_releases_sql),
  Migration(version: 24, name: "numbers", sql: PackageResources.m0024_numbers_sql),
  Migration(version: 25, name: "newest reports", sql: PackageResources.m0025_newest_reports_sql),
]

/// All replaceable SQL, in the order it is built; everything in it lives in the schema `paradero`.
package let allReplaceable: [Replaceable] = [
  Replaceable(name: "defaults", sql: PackageResources.r00_defaults_sql),
  Replaceable(name: "changes", sql: PackageResources.r01_changes_sql),
  Replaceable(name: "batches", sql: PackageResources.r02_batches_sql),
  Replaceable(name: "merged people", sql: PackageResources.r02_merged_sql),
  Replaceable(name: "custody", sql: PackageResources.r03_custody_sql),
  Replaceable(name: "matching", sql: PackageResources.r40_matching_sql),
  Replaceable(name: "search answers", sql: PackageResources.r41_search_answers_sql),
  Replaceable(name: "suppression", sql: PackageResources.r41_suppression_sql),
  Replaceable(name: "disclosure", sql: PackageResources.r42_disclosure_sql),
  Replaceable(name: "pairs of people", sql: PackageResources.r45_pairs_sql),
  Replaceable(name: "visits", sql: PackageResources.r50_visits_sql),
  Replaceable(name: "accounts", sql: PackageResources.r55_accounts_sql),
  Replaceable(name: "families", sql: PackageResources.r55_families_sql),
  Replaceable(name: "review", sql: PackageResources.r56_review_sql),
  Replaceable(name: "figures", sql: PackageResources.r57_figures_sql),
  Replaceable(name: "bundles", sql: PackageResources.r58_bundle_sql),
  Replaceable(name: "incidents", sql: PackageResources.r59_incidents_sql),
  Replaceable(name: "places", sql: PackageResources.r58_places_sql),
  Replaceable(name: "releases", sql: PackageResources.r59_releases_sql),
  Replaceable(name: "hotline", sql: PackageResources.r58_hotline_sql),
  Replaceable(name: "arrests", sql: PackageResources.r59_arrests_sql),
  Replaceable(name: "audit", sql: PackageResources.r70_audit_sql),
  Replaceable(name: "checkpoints", sql: PackageResources.r71_checkpoints_sql),
  Replaceable(name: "retention", sql: PackageResources.r75_retention_sql),
  Replaceable(name: "numbers", sql: PackageResources.r76_numbers_sql),
  Replaceable(name: "documentation", sql: PackageResources.r80_documentation_sql),
  Replaceable(name: "rights", sql: PackageResources.r90_rights_sql),
]
