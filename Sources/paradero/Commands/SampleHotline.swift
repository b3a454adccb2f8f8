internal import CivilTime
internal import Services

/// `paradero sample hotline`: fills the pages of the hotline.
struct SampleHotlineCommand: Command {
  static let name = "sample hotline"
  static let summary = "fill a demo's hotline with invented reports"
  static let usage = Usage(
    notes: """
      Six invented reports of the sample responder, with organisations that take over, a trained observer and an alert.
      Given again it does nothing. Refused in an installation for real records; the sample accounts are made by “paradero
      sample code”, and the service's key has to be there.
      """)

  init(_ arguments: Arguments) throws(UsageError) {}

  func run(_ context: CommandContext) async throws {
    guard let keys = try await Application.keys(context) else {
      throw Failure("There is no service.key to seal with: run “paradero keys make”.", .configuration)
    }
    do {
      let made = try await SampleHotline(try context.database(as: .staff), keys: keys).make(now: .now)
      context.output.line(
        made == 0 ? "There are reports already, or no such account." : "\(made) invented reports of the hotline.")
    } catch let fault as SampleFault {
      throw Failure("\(fault)", .notPermitted)
    }
  }
}
