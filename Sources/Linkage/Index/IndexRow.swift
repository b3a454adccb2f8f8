/// What the index takes of one description of a listed person. Names are in Latin letters already.
package struct IndexRow: Sendable, Equatable {
  package var person: Int64
  package var name: ListedName
  package var birth: KnownBirth?
  /// ISO 3166-1 alpha-2, upper case.
  package var country: String?
  package var sex: Sex?
  /// Where the person lives or lived, in words: for lists that say so.
  package var place: String?

  package init(
    person: Int64, name: ListedName, birth: KnownBirth? = nil, country: String? = nil, sex: Sex? = nil,
    place: String? = nil
  ) {
    self.person = person
    self.name = name
    self.birth = birth
    self.country = country
    self.sex = sex
    self.place = place
  }
}

/// A listed person as the index takes them: every description, and what identifies them.
package struct IndexedPerson: Sendable, Equatable {
  package var id: Int64
  package var rows: [IndexRow]
  /// Keyed hashes of A-numbers, made at the edge: the index holds no number.
  package var aNumberKeys: [UInt64]
  package var arrests: [ListedArrest]

  package init(id: Int64, rows: [IndexRow], aNumberKeys: [UInt64] = [], arrests: [ListedArrest] = []) {
    self.id = id
    self.rows = rows
    self.aNumberKeys = aNumberKeys
    self.arrests = arrests
  }

  /// The same person as `Matcher.assess` takes them.
  package var listed: ListedPerson {
    var listed = ListedPerson(
      id: id, names: rows.map(\.name), births: rows.compactMap(\.birth), countries: rows.compactMap(\.country),
      sexes: rows.compactMap(\.sex), arrests: arrests, places: rows.compactMap(\.place))
    listed.aNumberKeys = aNumberKeys
    return listed
  }
}
