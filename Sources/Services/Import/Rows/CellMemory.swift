/// Remembers what short cells meant, because rosters repeat themselves. Forgets all when it grows too large.
struct CellMemory<Meaning> {
  private var known: [String: Meaning] = [:]
  private let limit: Int

  init(limit: Int = 50_000) { self.limit = limit }

  mutating func meaning(of text: String, _ make: (String) -> Meaning) -> Meaning {
    if let meaning = known[text] { return meaning }
    let meaning = make(text)
    guard text.utf8.count <= 64 else { return meaning }
    if known.count >= limit { known.removeAll(keepingCapacity: true) }
    known[text] = meaning
    return meaning
  }
}
