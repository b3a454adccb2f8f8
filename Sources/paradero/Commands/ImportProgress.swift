internal import Services

extension StageLine {
  /// How far an import is.
  func show(_ stage: ImportStage) {
    switch stage {
    case .surveying(let done, let total): show("Looking over bytes", done, of: total)
    case .waiting: show("Waiting for another import of this source", 0, of: nil)
    case .reading(let done, let total): show("Reading rows", done, of: total)
    case .comparing: show("Comparing with what is known", 0, of: nil)
    case .writing(let done, let total): show("Writing rows", done, of: total)
    }
  }
}
