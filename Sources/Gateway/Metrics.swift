internal import Locking

/// Counters, gauges and histograms, rendered as Prometheus reads them.
///
/// Names and labels come from source code alone. A family holds a bounded number of series, so that a value that
/// somebody can choose neither fills the memory nor becomes a record of what was asked.
package final class Metrics: Sendable {
  private struct Series {
    var value = 0.0
    var buckets: [Int] = []
    var count = 0
  }

  private struct Family {
    let kind: String
    let help: String
    let bounds: [Double]
    var series: [String: Series] = [:]
  }

  private let families = Locked<[String: Family]>([:])
  private let seriesLimit = 500

  /// From a millisecond to the deadline.
  package static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

  package init() {}

  package func count(
    _ name: StaticString, _ help: StaticString, labels: KeyValuePairs<StaticString, String> = [:], by amount: Double = 1
  ) {
    update(name, "counter", help, [], labels) { series in series.value += max(0, amount) }
  }

  package func set(
    _ name: StaticString, _ help: StaticString, labels: KeyValuePairs<StaticString, String> = [:], to value: Double
  ) {
    update(name, "gauge", help, [], labels) { series in series.value = value }
  }

  package func observe(
    _ name: StaticString, _ help: StaticString, labels: KeyValuePairs<StaticString, String> = [:],
    bounds: [Double] = Metrics.seconds, _ value: Double
  ) {
    update(name, "histogram", help, bounds, labels) { series in
      if series.buckets.isEmpty { series.buckets = Array(repeating: 0, count: bounds.count) }
      for (index, bound) in bounds.enumerated() where value <= bound { series.buckets[index] += 1 }
      series.count += 1
      series.value += value
    }
  }

  private func update(
    _ name: StaticString, _ kind: String, _ help: StaticString, _ bounds: [Double],
    _ labels: KeyValuePairs<StaticString, String>, _ change: (inout Series) -> Void
  ) {
    let rendered = labels.map { "\($0.key)=\"\(Metrics.escaped($0.value))\"" }.joined(separator: ",")
    families.withLock { families in
      var family = families["\(name)"] ?? Family(kind: kind, help: "\(help)", bounds: bounds)
      let isKnown = family.series[rendered] != nil || family.series.count < seriesLimit
      let key = isKnown ? rendered : labels.map { "\($0.key)=\"other\"" }.joined(separator: ",")
      change(&family.series[key, default: Series()])
      families["\(name)"] = family
    }
  }

  /// Everything, in the text format (version 0.0.4), in a stable order.
  package func render() -> String {
    families.withLock { $0 }.sorted { $0.key < $1.key }.map { name, family in
      var text = "# HELP \(name) \(family.help)\n# TYPE \(name) \(family.kind)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        let braces = labels.isEmpty ? "" : "{\(labels)}"
        guard family.kind == "histogram" else {
          text += "\(name)\(braces) \(Metrics.number(series.value))\n"
          continue
        }
        let prefix = labels.isEmpty ? "" : labels + ","
        for (bound, count) in zip(family.bounds, series.buckets) {
          text += "\(name)_bucket{\(prefix)le=\"\(Metrics.number(bound))\"} \(count)\n"
        }
        text += "\(name)_bucket{\(prefix)le=\"+Inf\"} \(series.count)\n"
        text += "\(name)_sum\(braces) \(Metrics.number(series.value))\n\(name)_count\(braces) \(series.count)\n"
      }
      return text
    }.joined()
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for character in value.unicodeScalars {
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }
}
