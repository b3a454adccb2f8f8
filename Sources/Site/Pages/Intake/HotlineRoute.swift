internal import Gateway

/// The pages of the hotline, under `/en/staff/hotline`.
package enum HotlineRoute: Equatable, Sendable {
  case queue, new, network
  case one(CaseNumber)
  /// Preparing an alert of a report; all alerts; one of them.
  case propose(CaseNumber), alerts, alert(CaseNumber)

  /// Takes what stands after `hotline`.
  init?(_ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .queue
    } else if components.take("new") {
      self = .new
    } else if components.take("network") {
      self = .network
    } else if components.take("alerts") {
      if components.isAtEnd {
        self = .alerts
      } else {
        guard let number = components.take(as: CaseNumber.self) else { return nil }
        self = .alert(number)
      }
    } else {
      guard let number = components.take(as: CaseNumber.self) else { return nil }
      self = components.take("alert") ? .propose(number) : .one(number)
    }
  }

  var components: [String] {
    switch self {
    case .queue: []
    case .new: ["new"]
    case .network: ["network"]
    case .one(let number): [number.description]
    case .propose(let number): [number.description, "alert"]
    case .alerts: ["alerts"]
    case .alert(let number): ["alerts", number.description]
    }
  }

  /// What logs and metrics show of the path.
  var template: String {
    switch self {
    case .one: "/{report}"
    case .propose: "/{report}/alert"
    case .alert: "/alerts/{alert}"
    default: components.map { "/" + $0 }.joined()
    }
  }

  var methods: [Method] { self == .queue ? [.get] : [.get, .post] }

  /// Where it stands in menus.
  var entry: HotlineRoute {
    switch self {
    case .one, .propose: .queue
    case .alert: .alerts
    default: self
    }
  }
}
