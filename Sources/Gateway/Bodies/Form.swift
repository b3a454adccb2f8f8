/// A form that was sent: fields, and files if it came as multipart.
package struct Form: Sendable {
  package var fields: Fields
  package var files: [FormFile]

  package init(fields: Fields = Fields(), files: [FormFile] = []) {
    self.fields = fields
    self.files = files
  }

  package subscript(_ name: String) -> String? { fields[name] }
  package func all(_ name: String) -> [String] { fields.all(name) }
  package func files(_ name: String) -> [FormFile] { files.filter { $0.name == name } }
}

/// A file that was sent with a form. What it calls itself is hearsay: neither name nor type is to be relied on.
package struct FormFile: Sendable {
  package let name: String
  /// Without folders; may be anything else.
  package let fileName: String
  package let type: String
  package let content: Body
}

/// What a form may hold. The body as a whole was already measured.
package struct FormLimits: Sendable {
  package var fields = 256
  package var fieldBytes = 65_536
  /// No file is taken where none is expected.
  package var files = 0
  package var fileBytes = Int.max

  package init(fields: Int = 256, fieldBytes: Int = 65_536, files: Int = 0, fileBytes: Int = .max) {
    self.fields = fields
    self.fieldBytes = fieldBytes
    self.files = files
    self.fileBytes = fileBytes
  }
}

extension Request {
  /// The form in the body. An empty body is an empty form; any other kind of body is answered 415.
  package func form(_ limits: FormLimits = FormLimits()) async throws(RequestError) -> Form {
    guard body.count > 0 else { return Form() }
    guard let type = headers["Content-Type"].flatMap(MediaType.init) else {
      throw .refused(.unsupportedMediaType, "form-type")
    }
    if let charset = type.parameters["charset"], charset.lowercased() != "utf-8" {
      throw .refused(.unsupportedMediaType, "charset")
    }
    switch type.essence {
    case "application/x-www-form-urlencoded":
      guard body.count <= limits.fields * limits.fieldBytes else { throw .refused(.contentTooLarge, "form") }
      let fields = try URLEncoded.fields(body.bytes, limit: limits.fields, allowsLines: true)
      guard fields.pairs.allSatisfy({ $0.value.utf8.count <= limits.fieldBytes }) else {
        throw .refused(.contentTooLarge, "field")
      }
      return Form(fields: fields)
    case "multipart/form-data":
      guard let reader = type.parameters["boundary"].flatMap(MultipartReader.init(boundary:)) else {
        throw .refused(.badRequest, "boundary")
      }
      return try FormBuilder.read(body, reader, limits, self.limits)
    default: throw .refused(.unsupportedMediaType, "form-type")
    }
  }

  /// The body of an API call, which must say that it is JSON, and be text.
  package func json(limit: Int = 262_144) throws(RequestError) -> [UInt8] {
    guard let type = headers["Content-Type"].flatMap(MediaType.init), type.essence == "application/json",
      (type.parameters["charset"] ?? "utf-8").lowercased() == "utf-8"
    else { throw .refused(.unsupportedMediaType, "json-wanted") }
    guard body.count <= limit else { throw .refused(.contentTooLarge, "json") }
    let bytes = body.bytes
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .refused(.badRequest, "not-utf-8") }
    return bytes
  }
}

/// Puts the parts of a multipart body together.
private struct FormBuilder {
  private var form = Form()
  private var current: (name: String, fileName: String?, type: String?)?
  private var gathered: BodyGatherer
  /// Also of those that are kept nowhere: each costs work.
  private var parts = 0
  private let formLimits: FormLimits
  private let limits: Limits

  static func read(
    _ body: Body, _ reader: MultipartReader, _ formLimits: FormLimits, _ limits: Limits
  ) throws(RequestError) -> Form {
    var reader = reader
    var builder = FormBuilder(formLimits: formLimits, limits: limits)
    var offset = 0
    while true {
      let piece = body.piece(from: offset)
      if piece.isEmpty { break }
      offset += piece.count
      for event in try reader.read(piece) { try builder.take(event) }
    }
    try reader.finish()
    return builder.form
  }

  private init(formLimits: FormLimits, limits: Limits) {
    self.formLimits = formLimits
    self.limits = limits
    gathered = BodyGatherer(threshold: limits.spoolThreshold, folder: limits.temporaryFolder)
  }

  private mutating func take(_ event: MultipartReader.Event) throws(RequestError) {
    switch event {
    case .part(let name, let fileName, let type):
      parts += 1
      guard parts <= formLimits.fields + formLimits.files + 8 else {
        throw .refused(.contentTooLarge, "too-many-parts")
      }
      current = (name, fileName, type)
      gathered = BodyGatherer(threshold: limits.spoolThreshold, folder: limits.temporaryFolder)
    case .data(let piece):
      do throws(TemporaryFile.NoRoom) {
        try gathered.append(piece)
      } catch {
        throw .refused(.serviceUnavailable, "no-room")
      }
      let limit = current?.fileName == nil ? formLimits.fieldBytes : formLimits.fileBytes
      guard gathered.count <= limit else { throw .refused(.contentTooLarge, "field") }
    case .partEnded:
      guard let part = current else { return }
      current = nil
      if let fileName = part.fileName {
        // A file field that was left empty is sent all the same.
        if fileName.isEmpty, gathered.count == 0 { return }
        guard form.files.count < formLimits.files else { throw .refused(.contentTooLarge, "too-many-files") }
        form.files.append(
          FormFile(
            name: part.name, fileName: fileName, type: part.type ?? "application/octet-stream", content: gathered.body))
      } else {
        guard form.fields.pairs.count < formLimits.fields else { throw .refused(.contentTooLarge, "too-many-fields") }
        form.fields.add(part.name, try FieldText.checked(gathered.body.bytes, allowsLines: true))
      }
    case .ended: break
    }
  }
}
