package import Gateway
internal import Markup
package import Phrasebook

/// Every path of the site. A page, an answer for a program, or a file: adding one is a case here.
package enum Route: RouteTable, SitePath {
  case root
  case start(Language), search(Language)
  case facilities(Language), facility(Language, FacilityCode), offices(Language)
  case about(Language), leaving(Language), leave, signUp(Language)
  /// What was published: the newest release; one; the same for other programs.
  case published(Language), release(Language, FileNumber)
  case releaseTable(Language, FileNumber), releaseData(Language, FileNumber)
  /// A search that a family follows: everything about it is sent in bodies.
  case follow(Language), receipt(Language)
  case staff(Language, StaffRoute), visits(Language, VisitRoute), review(Language, ReviewRoute)
  case hotline(Language, HotlineRoute), alerts(Language), arrests(Language, ArrestRoute)
  case apiSearch, apiFacilities, apiFacility(FacilityCode), apiDocument
  /// For programs with a key of somebody who signed in.
  case apiAccount, apiAccounts, apiVisits, apiArrests, apiFigures
  case calendar(CalendarKey)
  case robots, securityText, asset(AssetName)

  package init?(_ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .root
    } else if components.take("api") {
      guard components.take("v1"), let route = Route(api: &components) else { return nil }
      self = route
    } else if components.take("assets") {
      guard let name = components.take(as: AssetName.self) else { return nil }
      self = .asset(name)
    } else if components.take(".well-known") {
      guard components.take("security.txt") else { return nil }
      self = .securityText
    } else if components.take("calendar") {
      guard let key = components.take(as: CalendarKey.self) else { return nil }
      self = .calendar(key)
    } else if let route = Route(word: &components) {
      self = route
    } else {
      guard let language = components.take(as: Language.self), let route = Route(language, &components) else {
        return nil
      }
      self = route
    }
  }

  private init?(word components: inout RouteComponents) {
    if components.take("leave") {
      self = .leave
    } else if components.take("robots.txt") {
      self = .robots
    } else {
      return nil
    }
  }

  private init?(api components: inout RouteComponents) {
    if components.take("search") {
      self = .apiSearch
    } else if components.take("openapi.json") {
      self = .apiDocument
    } else if components.take("account") {
      self = .apiAccount
    } else if components.take("accounts") {
      self = .apiAccounts
    } else if components.take("visits") {
      self = .apiVisits
    } else if components.take("arrests") {
      self = .apiArrests
    } else if components.take("figures") {
      self = .apiFigures
    } else if components.take("facilities") {
      if components.isAtEnd {
        self = .apiFacilities
      } else {
        guard let code = components.take(as: FacilityCode.self) else { return nil }
        self = .apiFacility(code)
      }
    } else {
      return nil
    }
  }

  private init?(_ language: Language, _ components: inout RouteComponents) {
    if components.isAtEnd {
      self = .start(language)
    } else if components.take("search") {
      self = .search(language)
    } else if components.take("facilities") {
      self = .facilities(language)
    } else if components.take("facility") {
      guard let code = components.take(as: FacilityCode.self) else { return nil }
      self = .facility(language, code)
    } else if components.take("offices") {
      self = .offices(language)
    } else if components.take("about") {
      self = .about(language)
    } else if components.take("leaving") {
      self = .leaving(language)
    } else if components.take("follow") {
      self = .follow(language)
    } else if components.take("receipt") {
      self = .receipt(language)
    } else if components.take("sign-up") {
      self = .signUp(language)
    } else if components.take("alerts") {
      self = .alerts(language)
    } else if components.take("published") {
      guard let route = Self.published(language, &components) else { return nil }
      self = route
    } else if components.take("staff") {
      if components.take("visits") {
        guard let route = VisitRoute(&components) else { return nil }
        self = .visits(language, route)
        return
      }
      if components.take("review") {
        guard let route = ReviewRoute(&components) else { return nil }
        self = .review(language, route)
        return
      }
      if components.take("hotline") {
        guard let route = HotlineRoute(&components) else { return nil }
        self = .hotline(language, route)
        return
      }
      if let route = ArrestRoute(&components) {
        self = .arrests(language, route)
        return
      }
      guard let route = StaffRoute(&components) else { return nil }
      self = .staff(language, route)
    } else {
      return nil
    }
  }

  private static func published(_ language: Language, _ components: inout RouteComponents) -> Route? {
    guard !components.isAtEnd else { return .published(language) }
    guard let number = components.take(as: FileNumber.self) else { return nil }
    if components.isAtEnd { return .release(language, number) }
    if components.take("table.csv") { return .releaseTable(language, number) }
    return components.take("release.json") ? .releaseData(language, number) : nil
  }

  package var components: [String] {
    switch self {
    case .root: []
    case .start(let language): [language.code]
    case .search(let language): [language.code, "search"]
    case .facilities(let language): [language.code, "facilities"]
    case .facility(let language, let code): [language.code, "facility", code.description]
    case .offices(let language): [language.code, "offices"]
    case .about(let language): [language.code, "about"]
    case .leaving(let language): [language.code, "leaving"]
    case .follow(let language): [language.code, "follow"]
    case .receipt(let language): [language.code, "receipt"]
    case .signUp(let language): [language.code, "sign-up"]
    case .published(let language): [language.code, "published"]
    case .release(let language, let number): [language.code, "published", number.description]
    case .releaseTable(let language, let number): [language.code, "published", number.description, "table.csv"]
    case .releaseData(let language, let number): [language.code, "published", number.description, "release.json"]
    case .staff(let language, let route): [language.code] + route.components
    case .visits(let language, let route): [language.code, "staff", "visits"] + route.components
    case .review(let language, let route): [language.code, "staff", "review"] + route.components
    case .hotline(let language, let route): [language.code, "staff", "hotline"] + route.components
    case .alerts(let language): [language.code, "alerts"]
    case .arrests(let language, let route): [language.code, "staff", route.rawValue]
    case .leave: ["leave"]
    case .apiSearch: ["api", "v1", "search"]
    case .apiFacilities: ["api", "v1", "facilities"]
    case .apiFacility(let code): ["api", "v1", "facilities", code.description]
    case .apiDocument: ["api", "v1", "openapi.json"]
    case .apiAccount: ["api", "v1", "account"]
    case .apiAccounts: ["api", "v1", "accounts"]
    case .apiVisits: ["api", "v1", "visits"]
    case .apiArrests: ["api", "v1", "arrests"]
    case .apiFigures: ["api", "v1", "figures"]
    case .calendar(let key): ["calendar", key.description]
    case .robots: ["robots.txt"]
    case .securityText: [".well-known", "security.txt"]
    case .asset(let name): ["assets", name.description]
    }
  }

  package var template: String {
    switch self {
    case .facility(let language, _): "/\(language.code)/facility/{code}"
    case .apiFacility: "/api/v1/facilities/{code}"
    case .asset: "/assets/{name}"
    case .release(let language, _): "/\(language.code)/published/{number}"
    case .releaseTable(let language, _): "/\(language.code)/published/{number}/table.csv"
    case .releaseData(let language, _): "/\(language.code)/published/{number}/release.json"
    case .calendar: "/calendar/{key}.ics"
    case .staff(let language, let route): "/" + ([language.code] + route.template).joined(separator: "/")
    case .visits(let language, let route): "/\(language.code)/staff/visits" + route.template
    case .review(let language, let route): "/\(language.code)/staff/review" + route.template
    case .hotline(let language, let route): "/\(language.code)/staff/hotline" + route.template
    default: path
    }
  }

  package var methods: [Method] {
    switch self {
    case .search, .receipt, .signUp: [.get, .post]
    case .apiSearch, .follow: [.post]
    case .staff(_, let route): route.methods
    case .visits(_, let route): route.methods
    case .review(_, let route): route.methods
    case .hotline(_, let route): route.methods
    default: [.get]
    }
  }

  /// The language of a page; nil for what is no page.
  var language: Language? {
    switch self {
    case .start(let language), .search(let language), .facilities(let language), .facility(let language, _),
      .offices(let language), .about(let language), .leaving(let language), .follow(let language),
      .receipt(let language), .signUp(let language), .published(let language), .release(let language, _),
      .releaseTable(let language, _), .releaseData(let language, _),
      .staff(let language, _),
      .visits(let language, _), .review(let language, _), .hotline(let language, _), .alerts(let language),
      .arrests(let language, _):
      language
    default: nil
    }
  }

  /// Whether only somebody who signed in is answered.
  var isOfStaff: Bool {
    switch self {
    case .staff(_, let route): !route.isDoor
    case .visits, .review, .hotline, .arrests: true
    default: false
    }
  }

  /// Where it stands in the menu of staff.
  var menuEntry: Route {
    switch self {
    case .staff(let language, let route): .staff(language, route.entry)
    case .hotline(let language, let route): .hotline(language, route.entry)
    default: self
    }
  }

  /// Whether programs ask for it, and want problem details for an error.
  var isForPrograms: Bool {
    switch self {
    case .apiSearch, .apiFacilities, .apiFacility, .apiDocument, .apiAccount, .apiAccounts, .apiVisits, .apiArrests,
      .apiFigures:
      true
    default: false
    }
  }

  /// The same page in another language; what has no language stays.
  func translated(_ language: Language) -> Route {
    switch self {
    case .start: .start(language)
    case .search: .search(language)
    case .facilities: .facilities(language)
    case .facility(_, let code): .facility(language, code)
    case .offices: .offices(language)
    case .about: .about(language)
    case .leaving: .leaving(language)
    case .follow, .receipt: .receipt(language)
    case .signUp: .signUp(language)
    case .published: .published(language)
    case .release(_, let number), .releaseTable(_, let number), .releaseData(_, let number): .release(language, number)
    case .staff(_, let route): .staff(language, route.readable)
    case .visits(_, let route): .visits(language, route.readable)
    case .review(_, let route): .review(language, route.readable)
    case .hotline(_, let route): .hotline(language, route)
    case .alerts: .alerts(language)
    case .arrests: .arrests(language, .page)
    default: self
    }
  }
}

/// The code of a facility as it stands in a path: capital letters and digits.
package struct FacilityCode: LosslessStringConvertible, Hashable, Sendable {
  package let description: String

  package init?(_ text: String) {
    let isCode = text.utf8.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
    guard isCode, (2...12).contains(text.utf8.count) else { return nil }
    description = text
  }
}

/// The name of an embedded file: small letters, digits, dots and hyphens.
package struct AssetName: LosslessStringConvertible, Hashable, Sendable {
  package let description: String

  package init?(_ text: String) {
    let isName = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    guard isName, (1...60).contains(text.utf8.count), text.first != "." else { return nil }
    description = text
  }
}
