import CivilTime
import Records
import Testing

@Suite struct `A state` {
  static let states: [(text: String, code: String?)] = [
    ("CA", "CA"), ("ca", "CA"), ("California", "CA"), ("WEST VIRGINIA", "WV"), ("district of columbia", "DC"),
    ("Commonwealth of the Northern Mariana Islands", "MP"), ("CU", nil), ("Calif", nil), ("", nil),
  ]

  @Test(arguments: states) func `is known by its postal code and its name`(_ example: (text: String, code: String?)) {
    #expect(USState(example.text)?.code == example.code)
  }

  @Test func `has a code and a name that no other has`() {
    #expect(USState.all.count == 56)
    #expect(Set(USState.all.map(\.code)).count == 56)
    #expect(Set(USState.all.map(\.name)).count == 56)
    #expect(USState.all.allSatisfy { $0.code.count == 2 && !$0.name.hasPrefix(" ") })
  }
}

@Suite struct `Two coordinates` {
  static let places: [(latitude: Double, longitude: Double, exist: Bool)] = [
    (34.05, -118.24, true), (90, 180, true), (-90, -180, true), (90.1, 0, false), (0, -180.1, false), (.nan, 0, false),
  ]

  @Test(arguments: places) func `lie on Earth`(_ place: (latitude: Double, longitude: Double, exist: Bool)) {
    #expect((Coordinates(latitude: place.latitude, longitude: place.longitude) != nil) == place.exist)
  }
}

@Suite struct `A batch that came in` {
  @Test(arguments: [(true, false, true), (false, false, false), (true, true, false), (false, true, false)])
  func `is seen once finished and until withdrawn`(_ isFinished: Bool, _ isWithdrawn: Bool, _ isLive: Bool) {
    let moment = Timestamp(microseconds: 0)
    let batch = Batch(
      id: 1, sourceID: 1, sourceName: "s", kind: .import, label: nil, startedAt: moment,
      finishedAt: isFinished ? moment : nil, counts: BatchCounts(), withdrawnAt: isWithdrawn ? moment : nil,
      withdrawnReason: isWithdrawn ? "mistake" : nil)
    #expect(batch.isLive == isLive)
  }
}
