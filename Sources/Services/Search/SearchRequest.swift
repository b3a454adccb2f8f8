package import CivilTime
package import Linkage

/// A search that can be run: every field checked, dates in every way that they can be read.
package struct SearchRequest: Sendable, Equatable {
  /// As typed, trimmed. Empty when only an A-number was given.
  package var name: String
  /// Every reading of the birth: "03/04/1989" is 3 April or 4 March.
  package var births: [KnownBirth]
  /// ISO 3166-1 alpha-2.
  package var country: String?
  /// Nine digits.
  package var aNumber: String?
  package var sex: Sex?
  /// Every reading of the day of arrest.
  package var arrestedOn: [CivilDate]
  package var arrestPlace: String?

  package init(
    name: String, births: [KnownBirth] = [], country: String? = nil, aNumber: String? = nil, sex: Sex? = nil,
    arrestedOn: [CivilDate] = [], arrestPlace: String? = nil
  ) {
    self.name = name
    self.births = births
    self.country = country
    self.aNumber = aNumber
    self.sex = sex
    self.arrestedOn = arrestedOn
    self.arrestPlace = arrestPlace
  }

  /// The person looked for, once for each combination of readings: one, two or four.
  package var readings: [SoughtPerson] {
    let births: [KnownBirth?] = births.isEmpty ? [nil] : births
    let arrests: [CivilDate?] = arrestedOn.isEmpty ? [nil] : arrestedOn
    return births.flatMap { birth in
      arrests.map { arrest in
        SoughtPerson(
          name: name, birth: birth, country: country, sex: sex, aNumber: aNumber, arrestedOn: arrest,
          arrestPlace: arrestPlace)
      }
    }
  }
}

/// Every field that cannot be used, with the reason.
package struct InputFaults: Error, Sendable, Equatable {
  package var byField: [SearchField: InputFault]

  package init(_ byField: [SearchField: InputFault]) { self.byField = byField }
  package subscript(_ field: SearchField) -> InputFault? { byField[field] }
}

extension SearchRequest {
  /// Checks what was typed. All faults are found at once, so that a form is corrected in one go.
  package static func parse(_ input: SearchInput, today: CivilDate) -> Result<SearchRequest, InputFaults> {
    var faults: [SearchField: InputFault] = [:]
    var request = SearchRequest(name: "")
    func read<Value>(_ field: SearchField, _ parse: (String) throws(InputFault) -> Value) -> Value? {
      let text = FormText.tidy(input[field])
      guard !text.isEmpty else { return nil }
      guard text.count <= field.limit else {
        faults[field] = .tooLong(limit: field.limit)
        return nil
      }
      do throws(InputFault) {
        return try parse(text)
      } catch {
        faults[field] = error
        return nil
      }
    }
    request.name = read(.name, FormText.name) ?? ""
    request.aNumber = read(.aNumber, FormText.aNumber) ?? nil
    request.births = read(.birth) { text throws(InputFault) in try DateText.births(text, today: today) } ?? []
    request.arrestedOn = read(.arrestedOn) { text throws(InputFault) in try DateText.days(text, today: today) } ?? []
    request.country = read(.country, FormText.country) ?? nil
    request.sex = read(.sex, FormText.sex) ?? nil
    request.arrestPlace = read(.arrestPlace) { text in text }
    if request.name.isEmpty, request.aNumber == nil, faults[.name] == nil, faults[.aNumber] == nil {
      faults[.name] = .missing
    }
    return faults.isEmpty ? .success(request) : .failure(InputFaults(faults))
  }
}
