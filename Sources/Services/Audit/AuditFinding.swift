/// What a check of the audit log found out of order, and where.
package enum AuditFinding: Sendable, Equatable, CustomStringConvertible {
  /// Its content no longer gives its hash.
  case changed(Int64)
  /// The purpose is not the one that was hashed.
  case purposeChanged(Int64)
  /// Numbers that are not there.
  case missing(ClosedRange<Int64>)
  /// A number that is there more than once.
  case doubled(Int64)
  /// An entry stands under another's number.
  case moved(Int64, to: Int64)
  /// Consistent in itself, but not what the next entry was chained to.
  case replaced(Int64)
  /// The log ends before the place where it says that it does.
  case cutOff(after: Int64, head: Int64)
  /// Entries after the place where the log says that it ends.
  case beyondHead(Int64)
  /// The record of where the log ends is gone.
  case noHead
  /// The log has not the entry that somebody kept, or has another.
  case notExpected(Int64)
  /// A checkpoint that was not signed by a key of the installation, or was changed since.
  case notSigned(Int64)
  /// Sound in itself, but not what a signed checkpoint says: among these entries something was done.
  case rewritten(ClosedRange<Int64>)
  /// The log ends before the entry of a signed checkpoint.
  case ended(at: Int64, checkpoint: Int64)
  case unreadable

  package var description: String {
    switch self {
    case .changed(let seq): "entry \(seq) was changed"
    case .purposeChanged(let seq): "the purpose of entry \(seq) was changed"
    case .missing(let range) where range.count == 1: "entry \(range.lowerBound) was removed"
    case .missing(let range): "entries \(range.lowerBound) to \(range.upperBound) were removed"
    case .doubled(let seq): "entry \(seq) is there more than once"
    case .moved(let seq, let place): "entry \(seq) was moved to number \(place)"
    case .replaced(let seq): "entry \(seq) was replaced: the next one was chained to another"
    case .cutOff(let last, let head): "the log was cut off after entry \(last): it went to entry \(head)"
    case .beyondHead(let seq): "entries after \(seq) were not sealed by the service"
    case .noHead: "the record of where the log ends is gone"
    case .notExpected(let seq): "entry \(seq) is not the one whose hash was kept"
    case .notSigned(let seq): "the checkpoint of entry \(seq) is not signed by a key of the installation"
    case .rewritten(let range) where range.count == 1:
      "entry \(range.lowerBound) was changed, removed or moved since its checkpoint was signed"
    case .rewritten(let range):
      "among entries \(range.lowerBound) to \(range.upperBound) something was changed, removed or moved since the checkpoint of entry \(range.upperBound) was signed"
    case .ended(let last, let checkpoint):
      "the log ends at entry \(last): entries up to \(checkpoint) were there when its checkpoint was signed, and are gone"
    case .unreadable: "an entry cannot be read"
    }
  }
}
