internal import Gateway
internal import Postgres
internal import Services

/// What is counted: answers by route and status, their time, the queue, and the database's pools.
struct Measurements: Sendable {
  let metrics = Metrics()
  let log: LineLog
  let logsRequests: Bool

  /// Notes an answered request, in the log and in the counters.
  func note(_ served: Served) {
    let route = served.route ?? "none"
    let status = served.status.map { String($0.code) } ?? "none"
    metrics.count(
      "paradero_requests_total", "Requests by route, status and how they ended.",
      labels: ["route": route, "status": status, "outcome": served.outcome.rawValue])
    metrics.observe(
      "paradero_request_seconds", "From a request's first byte to the end of its answer.", labels: ["route": route],
      served.duration / .seconds(1))
    let isFault = (served.status?.code ?? 0) >= 500
    guard logsRequests || isFault else { return }
    let fields: KeyValuePairs<StaticString, LineLog.Value> = [
      "request": .id(served.id.description), "method": .id(served.method?.rawValue ?? "none"),
      "route": .template(route),
      "status": .count(served.status?.code ?? 0), "outcome": .id(served.outcome.rawValue),
      "milliseconds": .milliseconds(served.duration), "bytes": .count(served.bytes),
    ]
    if isFault { log.warning("request", fields) } else { log.info("request", fields) }
  }

  /// Everything as Prometheus reads it; what is a state now rather than a count is looked up now.
  func render(
    pools: [(role: DatabaseRole, statistics: Database.Statistics)], load: (running: Int, waiting: Int),
    records: RecordIndex.Status = .init(), ready: Bool
  ) -> String {
    metrics.set("paradero_up", "1 while the service can answer from its database.", to: ready ? 1 : 0)
    metrics.set("paradero_requests_running", "Requests that are worked on.", to: Double(load.running))
    metrics.set("paradero_requests_waiting", "Requests that wait for a turn.", to: Double(load.waiting))
    for (role, pool) in pools {
      let states = [("idle", pool.idle), ("lent", pool.lent)]
      for (state, count) in states {
        metrics.set(
          "paradero_database_connections", "Connections to the database by role and state.",
          labels: ["role": role.rawValue, "state": state], to: Double(count))
      }
      metrics.set(
        "paradero_database_waiting", "Tasks that wait for a connection.", labels: ["role": role.rawValue],
        to: Double(pool.waiting))
    }
    render(records)
    return metrics.render() + totals(pools)
  }

  private func render(_ records: RecordIndex.Status) {
    let figures: [(StaticString, StaticString, Double)] = [
      (
        "paradero_index_following", "1 while the index in memory follows the records.",
        records.phase == .following ? 1 : 0
      ),
      ("paradero_index_people", "People in memory, or read in so far.", Double(records.people)),
      ("paradero_index_bytes", "Memory of the index, about.", Double(records.memory)),
      (
        "paradero_index_behind_seconds",
        "How old the newest moment is up to which everything is in memory; -1 for none.",
        records.behind.map { $0 / .seconds(1) } ?? -1
      ),
      (
        "paradero_index_load_seconds", "How long reading everybody took last.",
        (records.loadTime ?? .zero) / .seconds(1)
      ),
      ("paradero_index_loads", "How often everybody was read.", Double(records.loads)),
      ("paradero_index_merges", "How often what changed was merged into the whole.", Double(records.merges)),
      ("paradero_index_changes", "Changes that were followed.", Double(records.changes)),
    ]
    for (name, help, value) in figures { metrics.set(name, help, to: value) }
    for (place, count) in [("memory", records.fromMemory), ("database", records.fromDatabase)] {
      metrics.set(
        "paradero_searches", "Searches by where they were answered from.", labels: ["from": place], to: Double(count))
    }
  }

  /// Counts that the pools keep themselves.
  private func totals(_ pools: [(role: DatabaseRole, statistics: Database.Statistics)]) -> String {
    let kinds: [(String, String, (Database.Statistics) -> Int)] = [
      ("leases", "Connections lent out.", \.leases), ("refusals", "Tasks that got no connection in time.", \.refusals),
      ("connects", "Connections opened.", \.connects),
      ("connect_failures", "Connections that could not be opened.", \.connectFailures),
    ]
    return kinds.map { name, help, value in
      let full = "paradero_database_\(name)_total"
      return "# HELP \(full) \(help)\n# TYPE \(full) counter\n"
        + pools.map { "\(full){role=\"\($0.role.rawValue)\"} \(value($0.statistics))\n" }.joined()
    }.joined()
  }
}
