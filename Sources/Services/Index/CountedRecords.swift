internal import Linkage
internal import Postgres
internal import Stores

/// What was counted of all records, made ready for weighing.
struct CountedRecords: Sendable {
  let kept: RecordCountStore<Database>.Kept
  let knowledge: LinkageKnowledge
  let matcher: Matcher
  let vocabulary: Vocabulary

  init(_ kept: RecordCountStore<Database>.Kept, _ knowledge: LinkageKnowledge) {
    self.kept = kept
    self.knowledge = knowledge
    matcher = knowledge.matcher(kept.counts)
    vocabulary = knowledge.vocabulary(kept.counts)
  }
}
