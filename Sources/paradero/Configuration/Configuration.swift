internal import Foundation

/// The settings in force: from flags, then the environment, then credential files, then the standard.
struct Configuration: Sendable {
  /// Where a value came from, for `paradero config`.
  enum Source: String, Sendable { case flag, environment, credential, standard }

  private var values: [String: any Sendable] = [:]
  private var texts: [String: String] = [:]
  private var sources: [String: Source] = [:]

  init(environment: [String: String], arguments: Arguments? = nil) throws(Failure) {
    for setting in Settings.all {
      guard let (text, source) = Self.find(setting, environment, arguments) else { continue }
      guard let value = setting.parsed(text) else {
        throw Failure(
          "\(setting.name) takes \(setting.placeholder)"
            + (setting.isSecret ? ", and what it holds is not one." : ", not “\(text)”."), .configuration)
      }
      (values[setting.name], texts[setting.name], sources[setting.name]) = (value, text, source)
    }
  }

  subscript<Value>(_ setting: Setting<Value>) -> Value {
    values[setting.name] as? Value ?? setting.standard
  }

  /// One line for each setting; a secret shows only that it is set.
  func lines() -> [(name: String, value: String, source: Source)] {
    Settings.all.map { setting in
      guard let text = texts[setting.name] else { return (setting.name, setting.standardText, .standard) }
      return (setting.name, setting.isSecret ? "(hidden)" : text, sources[setting.name] ?? .standard)
    }
  }

  private static func find(
    _ setting: any AnySetting, _ environment: [String: String], _ arguments: Arguments?
  ) -> (String, Source)? {
    if let flag = setting.option?.flag, let text = arguments?.text(flag) { return (text, .flag) }
    if let text = environment[setting.name], !text.isEmpty { return (text, .environment) }
    if setting.isSecret, let folder = environment["CREDENTIALS_DIRECTORY"],
      let data = FileManager.default.contents(atPath: "\(folder)/\(setting.name)")
    {
      let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      return text.isEmpty ? nil : (text, .credential)
    }
    return nil
  }
}
