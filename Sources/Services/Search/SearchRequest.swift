package import CivilTime
package import Linkage

/// Every field that cannot be used, with the reason.
package struct InputFaults: Error, Sendable, Equatable {
  package var byField: [SearchField: InputFault]

  package init(_ byField: [SearchField: InputFault]) { self.byField = byField }
  package subscript(_ field: SearchField) -> InputFault? { byField[field] }
}

extension SearchRequest {
  /// Checks what was typed. All faults are found at once, so that a form is corrected in one go.
  /// - Parameter isAddition: facts beside others that are known, of which none is needed.
  package static func parse(
    _ input: SearchInput, today: CivilDate, isAddition: Bool = false
  ) -> Result<SearchRequest, InputFaults> {
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
    if !isAddition, request.name.isEmpty, request.aNumber == nil, faults[.name] == nil, faults[.aNumber] == nil {
      faults[.name] = .missing
    }
    return faults.isEmpty ? .success(request) : .failure(InputFaults(faults))
  }
}
