/// A state, district or territory of the United States, by its postal code.
package struct USState: Sendable, Hashable {
  /// Two capital letters.
  package let code: String
  package let name: String

  /// By postal code or by name, in any case.
  package init?(_ text: String) {
    let key = text.uppercased()
    guard let found = Self.all.first(where: { $0.code == key || $0.name.uppercased() == key }) else { return nil }
    self = found
  }

  private init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  package static let all: [USState] = table.split(separator: "\n").map { line in
    USState(code: String(line.prefix(2)), name: String(line.dropFirst(3)))
  }

  private static let table = """
    AL Alabama
    AK Alaska
    AS American Samoa
    AZ Arizona
    AR Arkansas
    CA California
    CO Colorado
    CT Connecticut
    DE Delaware
    DC District of Columbia
    FL Florida
    GA Georgia
    GU Guam
    HI Hawaii
    ID Idaho
    IL Illinois
    IN Indiana
    IA Iowa
    KS Kansas
    KY Kentucky
    LA Louisiana
    ME Maine
    MD Maryland
    MA Massachusetts
    MI Michigan
    MN Minnesota
    MS Mississippi
    MO Missouri
    MT Montana
    NE Nebraska
    NV Nevada
    NH New Hampshire
    NJ New Jersey
    NM New Mexico
    NY New York
    NC North Carolina
    ND North Dakota
    MP Commonwealth of the Northern Mariana Islands
    OH Ohio
    OK Oklahoma
    OR Oregon
    PA Pennsylvania
    PR Puerto Rico
    RI Rhode Island
    SC South Carolina
    SD South Dakota
    TN Tennessee
    TX Texas
    VI United States Virgin Islands
    UT Utah
    VT Vermont
    VA Virginia
    WA Washington
    WV West Virginia
    WI Wisconsin
    WY Wyoming
    """
}
