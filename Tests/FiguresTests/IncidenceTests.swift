import Figures
import Testing

@Suite struct `Cumulative incidence` {
  enum Cause: Hashable, CaseIterable { case visit, moved }

  /// Worked by hand: six cases, of which one is open at 3 and one at 6.
  @Test func `is what the formula gives by hand`() {
    let incidence = Incidence<Cause>([
      (1, .visit), (2, .moved), (3, nil), (4, .visit), (5, .visit), (6, nil),
    ])
    #expect(incidence.total == 6 && incidence.open == 2)
    #expect(incidence.steps.map(\.atRisk) == [6, 5, 3, 2])
    // 1/6; then 5/6 · 1/5 moved; then 4/6 · 1/3; then 4/9 · 1/2.
    let expected = [1.0 / 6, 1.0 / 6, 1.0 / 6 + 2.0 / 9, 1.0 / 6 + 2.0 / 9 + 2.0 / 9]
    for (time, share) in zip([1, 2, 4, 5], expected) {
      #expect(abs(incidence.share(of: .visit, by: time) - share) < 1e-12)
    }
    #expect(abs(incidence.share(of: .moved, by: 9) - 1.0 / 6) < 1e-12)
    #expect(incidence.share(of: .visit, by: 0) == 0)
    #expect(incidence.time(of: 0.5, with: .visit) == 5 && incidence.time(of: 0.9, with: .visit) == nil)
  }

  @Test func `with every end known is the plain share, and the kinds and none make one`() {
    var seed: UInt64 = 7
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<200 {
      let known = (0..<(1 + next(40))).map { _ in (time: next(12), cause: Cause?.some(next(2) == 0 ? .visit : .moved)) }
      let plain = Incidence(known)
      for time in 0..<12 {
        let share = Double(known.count { $0.cause == .visit && $0.time <= time }) / Double(known.count)
        #expect(abs(plain.share(of: .visit, by: time) - share) < 1e-9)
      }
      let some = known.map { (time: $0.time, cause: next(3) == 0 ? nil : $0.cause) }
      for step in Incidence(some).steps {
        #expect(abs(step.shares.values.reduce(0, +) + step.none - 1) < 1e-9)
      }
    }
  }

  @Test func `is not what leaving the others out would say`() {
    let cases: [(time: Int, cause: Cause?)] = (1...10).map { ($0, $0 <= 5 ? .moved : .visit) }
    #expect(abs(Incidence(cases).share(of: .visit, by: 10) - 0.5) < 1e-12)
    // With those who were moved as unknown ends it would come to all.
    let wrong = cases.map { (time: $0.time, cause: $0.cause == .moved ? nil : $0.cause) }
    #expect(abs(Incidence(wrong).share(of: .visit, by: 10) - 1) < 1e-12)
    #expect(Incidence<Cause>([]).steps.isEmpty)
  }
}
