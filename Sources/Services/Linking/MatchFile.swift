internal import Foundation
internal import Linkage

/// A match as it is written: the rows by their ids, and how sure it is.
struct Match: Sendable {
  var left: Int
  var right: Int
  var leftID: String
  var rightID: String
  var weight: Double
  var probability: Double
  var reasons: String?

  var line: String {
    var cells = [leftID, rightID, Self.rounded(weight, 2), Self.rounded(probability, 4)]
    if let reasons { cells.append(reasons) }
    return cells.map(Self.quoted).joined(separator: ",") + "\n"
  }

  /// `familyName soundsAlike +7.2; birth exact +13.1`: facts and levels, with the bits that each is worth.
  static func reasons(_ assessment: Assessment) -> String {
    assessment.agreements.map { agreement in
      "\(agreement.fact.rawValue) \(agreement.level.rawValue) \(agreement.bits < 0 ? "" : "+")"
        + rounded(agreement.bits, 1)
    }.joined(separator: "; ")
  }

  private static func rounded(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((abs(number) * scale).rounded())
    let fraction = String(whole % Int(scale))
    let sign = number < 0 && whole > 0 ? "-" : ""
    return "\(sign)\(whole / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

/// The file with the matches, written as they are found. Only its owner may read it.
final class MatchFile {
  private let path: String
  private let handle: FileHandle
  private var buffer = ""

  /// - Parameter path: `-` is standard output.
  init(_ path: String, reasons: Bool) throws(LinkFailure) {
    self.path = path
    if path == "-" {
      handle = FileHandle.standardOutput
    } else {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        let reason =
          switch errno {
          case EACCES, EPERM, EROFS: "you may not write there"
          case ENOENT: "there is no such folder"
          case EISDIR: "it is a folder"
          case ENOSPC, EDQUOT: "the disk is full"
          default: "error \(errno)"
          }
        throw .unwritable(path, reason: reason)
      }
      handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
    buffer = "left_id,right_id,weight,probability\(reasons ? ",reasons" : "")\n"
  }

  func write(_ match: Match) throws(LinkFailure) {
    buffer += match.line
    if buffer.utf8.count > 1 << 16 { try flush() }
  }

  func flush() throws(LinkFailure) {
    guard !buffer.isEmpty else { return }
    do { try handle.write(contentsOf: Data(buffer.utf8)) } catch {
      throw isDiskFull(error) ? .diskFull(path) : .unwritable(path, reason: "writing it failed")
    }
    buffer = ""
  }
}
