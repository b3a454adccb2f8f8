internal import Foundation
internal import Services

extension Examination {
  static let disk = Examination(subject: "disk", needsDatabase: false) { context in
    let folders =
      [context.configuration[Settings.runDirectory]].compactMap(\.self) + [FileManager.default.temporaryDirectory.path]
    return try folders.map { folder in
      let attributes = try FileManager.default.attributesOfFileSystem(forPath: folder)
      let free = (attributes[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
      let megabytes = free / 1_000_000
      return megabytes >= 1000
        ? .good("disk", "\(megabytes / 1000) GB are free where \(folder) lies.")
        : .fault("disk", "Only \(megabytes) MB are free where \(folder) lies: free some.")
    }
  }

  static let files = Examination(subject: "files", needsDatabase: false) { context in
    let share = try context.share()
    guard TimeZone(identifier: "America/Denver") != nil else {
      return [.fault("files", "This machine knows no time zones: install Debian's tzdata.")]
    }
    return [.good("files", "Data files are in \(share); time zones are known.")]
  }

  /// What other users of the machine could read or write.
  static let permissions = Examination(subject: "permissions", needsDatabase: false) { context in
    var wrong: [Finding] = []
    func expect(_ path: String, allows: Int, _ what: String) {
      guard let mode = Self.mode(of: path), mode & ~allows != 0 else { return }
      wrong.append(
        .fault(
          "permissions",
          "\(what) \(path) is open to others (mode \(String(mode, radix: 8))): chmod \(String(allows, radix: 8)) it."))
    }
    let socket = context.configuration[Settings.socket]
    expect(socket, allows: 0o770, "The socket")
    expect((socket as NSString).deletingLastPathComponent, allows: 0o2755, "The folder of the socket")
    if let run = context.configuration[Settings.runDirectory] {
      expect(run, allows: 0o755, "The installation's folder")
      for private_ in ["postgres", "state", "credentials", "log/postgres"] {
        expect("\(run)/\(private_)", allows: 0o700, "The folder")
      }
    }
    if let folder = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        expect("\(folder)/\(name)", allows: 0o600, "The secret")
      }
    }
    return wrong.isEmpty
      ? [.good("permissions", "Other users of this machine reach neither sockets nor secrets.")] : wrong
  }

  /// Papers are printed by a tool behind walls of its own; without the walls it is not run.
  static let printing = Examination(subject: "printing", needsDatabase: false) { _ in
    if let fault = await PaperPrinter().fault() {
      return [
        .advice(
          "printing",
          "No PDF can be made: \(fault) Debian's bubblewrap and weasyprint are needed, and user namespaces allowed.")
      ]
    }
    return [.good("printing", "Papers can be made as PDF files, behind the walls of a sandbox.")]
  }

  /// Files of strangers are looked at by tools behind the same walls; without them no file is taken.
  static let evidence = Examination(subject: "evidence", needsDatabase: false) { context in
    if let fault = await EvidenceInspector().fault() {
      return [
        .advice(
          "evidence",
          "No file is taken as evidence: \(fault) Debian's bubblewrap, file, libimage-exiftool-perl, poppler-utils and python3 are needed."
        )
      ]
    }
    guard try Application.serviceKeys(context) != nil else {
      return [.advice("evidence", "No file is taken as evidence: there is no service key to seal it with.")]
    }
    return [.good("evidence", "Files can be looked at behind the walls of a sandbox, and sealed.")]
  }

  static let mail = Examination(subject: "mail", needsDatabase: false) { context in
    guard context.configuration[Settings.mailFrom] != nil else {
      return [.advice("mail", "No mail is sent: set PARADERO_MAIL_FROM to the address that it comes from.")]
    }
    let mailer = context.configuration[Settings.sendmail]
    return FileManager.default.isExecutableFile(atPath: mailer)
      ? [.good("mail", "Mail goes out by \(mailer).")]
      : [.advice("mail", "No mail can be sent: \(mailer) is not there; install msmtp-mta or a mail server.")]
  }

  static let nginx = Examination(subject: "nginx", needsDatabase: false) { _ in
    let places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"]
    return places.contains { FileManager.default.isExecutableFile(atPath: $0) }
      ? [.good("nginx", "It is installed.")]
      : [.advice("nginx", "It is not on this machine: it must stand in front of the service wherever it is.")]
  }

  private static func mode(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
