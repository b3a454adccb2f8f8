import Records
import Testing

@Suite struct `A kind of source` {
  @Test(arguments: SourceKind.allCases) func `has a usual grade of trust from 1 to 5`(_ kind: SourceKind) {
    #expect((1...5).contains(kind.usualTrust))
  }
}
