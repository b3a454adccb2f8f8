/// What a person typed into a search form, an API call or a command: raw text, checked by `SearchRequest.parse`.
package struct SearchInput: Sendable, Equatable {
  package var name: String
  package var birth: String
  package var country: String
  package var aNumber: String
  package var sex: String
  package var arrestedOn: String
  package var arrestPlace: String

  package init(
    name: String = "", birth: String = "", country: String = "", aNumber: String = "", sex: String = "",
    arrestedOn: String = "", arrestPlace: String = ""
  ) {
    self.name = name
    self.birth = birth
    self.country = country
    self.aNumber = aNumber
    self.sex = sex
    self.arrestedOn = arrestedOn
    self.arrestPlace = arrestPlace
  }

  package subscript(_ field: SearchField) -> String {
    get { self[keyPath: field.path] }
    set { self[keyPath: field.path] = newValue }
  }
}

/// The fields of a search, by the names that forms, the API and the command use.
package enum SearchField: String, CaseIterable, Sendable {
  case name, birth, country, aNumber, sex, arrestedOn, arrestPlace

  /// Longest text that is read, in characters. Names of 128 characters exist; nothing here needs more.
  package var limit: Int {
    switch self {
    case .name: 128
    case .arrestPlace: 120
    case .birth, .country, .arrestedOn: 60
    case .aNumber: 30
    case .sex: 20
    }
  }

  fileprivate var path: WritableKeyPath<SearchInput, String> {
    switch self {
    case .name: \.name
    case .birth: \.birth
    case .country: \.country
    case .aNumber: \.aNumber
    case .sex: \.sex
    case .arrestedOn: \.arrestedOn
    case .arrestPlace: \.arrestPlace
    }
  }
}

/// Why a field cannot be used as typed. A date that can be read in two ways is no fault: both are searched.
package enum InputFault: Error, Sendable, Equatable {
  /// Neither a name nor an A-number was given.
  case missing
  case tooLong(limit: Int)
  /// Not one letter in a name.
  case notAName
  case notADate
  case inFuture
  /// A birth more than 120 years ago.
  case tooLongAgo
  /// Seven to nine digits are expected.
  case notAnANumber
  case unknownCountry
  case unknownSex
}
