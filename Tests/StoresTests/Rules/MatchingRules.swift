import Postgres

extension BrokenRule {
  /// Of what matching counts and learns.
  static let matching: [BrokenRule] = [
    .init("A count is of a known kind", "insert into record_count (kind, item, counted) values ('colour', 'red', 1)"),
    .init("What is counted is there", "insert into record_count (kind, item, counted) values ('country', 'MX', -1)"),
    .init(
      "A thing is counted once",
      "insert into record_count (kind, item, counted) values ('country', 'MX', 1), ('country', 'MX', 2)"
    ),
    .init(
      "Words alone are spelled otherwise",
      "insert into record_count (kind, item, counted, spelled) values ('country', 'MX', 1, 'mx')"
    ),
    .init(
      "Words alone are given or family names",
      "insert into record_count (kind, item, counted, given, family) values ('country', 'MX', 1, 1, 1)"
    ),
    .init("Weights are learnt from people", "insert into learnt_weights (people, data, weights) values (-1, 'd', 'w')"),
    .init(
      "Weights say what they were learnt from", "insert into learnt_weights (people, data, weights) values (1, '', 'w')"
    ),
    .init("Weights are not empty", "insert into learnt_weights (people, data, weights) values (1, 'd', '')"),
    .init(
      "Words alone are counted by country",
      "insert into record_count (kind, item, counted, countries) values ('country', 'MX', 1, 'MX:1')"
    ),
  ]
}
