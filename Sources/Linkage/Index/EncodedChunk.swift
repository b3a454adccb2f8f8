/// Some people made ready for an index. Chunks can be made side by side and put together by `PersonIndex.build`.
package struct EncodedChunk: Sendable {
  let people: [IndexedPerson]

  package init(_ people: [IndexedPerson], _ knowledge: LinkageKnowledge) {
    self.people = people
    _ = knowledge
  }
}
