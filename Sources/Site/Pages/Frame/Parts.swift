internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Small parts that several pages share.
enum Parts {
  /// A number to tap, as large as a thumb; as plain text where it cannot be dialled.
  @HTMLBuilder static func call(_ number: String, _ phrases: Phrases) -> Node {
    if let link = Link.telephone(number) {
      a(link, .class("act call")) { phrases.common.call(number) }
    } else {
      span { number }
    }
  }

  @HTMLBuilder static func write(_ address: String, _ phrases: Phrases) -> Node {
    if let link = Link.mail(address) {
      a(link, .class("tall")) { breakable(phrases.common.write(address), after: "@") }
    } else {
      span { address }
    }
  }

  /// A text that a narrow screen may break after a sign, and rather there than anywhere.
  static func breakable(_ text: String, after sign: Character) -> Node {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    return Node.of {
      for (index, part) in parts.enumerated() {
        if index == 0 {
          String(part)
        } else {
          String(sign)
          wbr()
          String(part)
        }
      }
    }
  }

  /// "Adelanto, CA", as much of it as is known.
  static func town(_ city: String?, _ state: String?, _ phrases: Phrases) -> String? {
    switch (city, state) {
    case (let city?, let state?): phrases.places.cityState(city, state)
    case (let city?, nil): city
    case (nil, let state?): States.name(state) ?? state
    case (nil, nil): nil
    }
  }

  /// The shortest other name of a place, which is what people say: “B-18” for “Los Cust Case”.
  static func alsoCalled(_ place: FacilityDetails?, _ phrases: Phrases) -> String? {
    let sayable = place?.aliases.filter { alias in !(alias.first?.isNumber ?? true) }
    return sayable?.min { ($0.count, $0) < ($1.count, $1) }.map { phrases.place.alsoCalled($0) }
  }

  /// The address of a facility or an office, town and code included once.
  static func address(_ street: String?, city: String?, state: String?, zip: String?) -> String? {
    let town = [city, [state, zip].compactMap(\.self).joined(separator: " ")].compactMap(\.self).filter { !$0.isEmpty }
    guard let street else { return town.isEmpty ? nil : town.joined(separator: ", ") }
    if let zip, street.contains(zip) { return street }
    if let city, let state, street.contains("\(city), \(state)") { return street }
    return ([street] + town).joined(separator: ", ")
  }

  /// A list of facts: what it is, and what is known of it.
  static func facts(_ rows: [(String, Node)]) -> Node {
    dl(.class("facts")) {
      for (term, value) in rows {
        div {
          dt { term }
          dd { value }
        }
      }
    }
  }
}

extension FieldOffice {
  var fullAddress: String? { Parts.address(address, city: city, state: state, zip: zip) }
}

extension Facility {
  var fullAddress: String? { Parts.address(address, city: city, state: state, zip: zip) }
}
