internal import CivilTime
internal import Records
internal import Services
internal import Vault

/// A one-time code as a command prints it: to read aloud, to copy whole, and where to type it.
enum InvitationLines {
  static func text(_ invitation: AccountService.Invitation, origin: String) -> String {
    let account = invitation.account
    return """
      \(account.name) (\(account.role.rawValue)): \(invitation.code.text)
        Set a password and a second factor with it at \(origin)/en/staff/one-time-code,
        before \(moment(invitation.expiresAt)).
      """
  }

  /// `2026-11-22 00:41 UTC`
  static func moment(_ moment: Timestamp) -> String {
    guard let day = moment.utcDay else { return "the end of time" }
    let minutes = Int(moment.seconds(since: Timestamp(utcMidnight: day)) / 60)
    return "\(day.iso) \(two(minutes / 60)):\(two(minutes % 60)) UTC"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
