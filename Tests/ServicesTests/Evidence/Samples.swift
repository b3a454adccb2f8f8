import Foundation

/// Files made by the tools that make such files, for tests of what looks at them.
enum SampleFile {
  /// Two pixels of grey, as a JPEG.
  static func jpeg() throws -> [UInt8] {
    let text =
      "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q=="
    return [UInt8](try bytes(text))
  }

  static func png() throws -> [UInt8] {
    [UInt8](
      try bytes(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
  }

  /// A photo of that day, at the place where the hold room is, lying on its side.
  static func photo() throws -> [UInt8] {
    try tool(
      "/usr/bin/exiftool",
      [
        "-q", "-GPSLatitude=34.0537", "-GPSLatitudeRef=N", "-GPSLongitude=118.2398", "-GPSLongitudeRef=W",
        "-Orientation#=6", "-DateTimeOriginal=2026:11:20 10:11:12", "-OffsetTimeOriginal=-08:00", "-Make=Zzyxw",
      ], on: jpeg(), suffix: "jpg")
  }

  /// A small photo as phones take it, of that day and place.
  static func heic() throws -> [UInt8] {
    let text =
      "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAadtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHLAAEAAAAAAAAAHgACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADSaXBycAAAALBpcGNvAAAAcmh2Y0MBBAgAAAAAAAAAAAAe8AD8/Pr6AAAPAyAAAQAXQAEMAf//BAgAAAMAnfgAAAMAAB66AkAhAAEAJ0IBAQQIAAADAJ34AAADAAAewIIEE2W6uSmubAgAAAMACAAAAwAIQCIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAAA5waXhpAAAAAAEKAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAACZtZGF0AAAAGigBrhbA0bGEVu+g0/Dlo5R8TB5jErmn8aZw"
    return try tool(
      "/usr/bin/exiftool",
      [
        "-q", "-GPSLatitude=34.0537", "-GPSLatitudeRef=N", "-GPSLongitude=118.2398", "-GPSLongitudeRef=W",
        "-DateTimeOriginal=2026:11:20 10:11:12", "-OffsetTimeOriginal=-08:00", "-Make=Zzyxw",
      ], on: [UInt8](try bytes(text)), suffix: "heic")
  }

  /// A page with these words.
  static func pdf(_ words: String) -> [UInt8] {
    let stream = "BT /F1 12 Tf 20 100 Td (\(words)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n", places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 6\n0000000000 65535 f \n"
    for place in places { text += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
    return Array((text + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  static func mail(_ subject: String, body: String, id: String? = "<one@example.org>") -> [UInt8] {
    let head = [
      "Return-Path: <desk@example.org>", "From: Sample Desk <desk@example.org>", "To: ana@example.org",
      "Date: Fri, 20 Nov 2026 10:11:12 -0800", "Subject: \(subject)", id.map { "Message-ID: \($0)" },
      "Content-Type: text/plain; charset=utf-8",
    ]
    return Array((head.compactMap(\.self).joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
  }

  /// A file after a tool has changed it.
  static func tool(_ path: String, _ arguments: [String], on bytes: [UInt8], suffix: String) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).\(suffix)")
    try Data(bytes).write(to: file)
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: URL(fileURLWithPath: file.path + "_original"))
    }
    _ = try output(path, arguments + [file.path])
    return [UInt8](try Data(contentsOf: file))
  }

  static func output(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  /// Everything that a photo says of itself.
  static func tags(_ bytes: [UInt8]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jpg")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try output("/usr/bin/exiftool", ["-a", "-G1", "-s", file.path])
  }

  private struct NotBase64: Error {}
  private static func bytes(_ text: String) throws -> Data {
    guard let data = Data(base64Encoded: text) else { throw NotBase64() }
    return data
  }
}

enum Base64 {
  static func bytes(_ text: String) -> [UInt8]? {
    Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)).map { [UInt8]($0) }
  }
}
