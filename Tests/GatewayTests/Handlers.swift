import Gateway

/// Says back what it was asked.
struct Echo: Handler {
  func respond(to request: Request) async -> Response {
    do throws(RequestError) {
      let form = try await request.form(FormLimits(files: 3))
      var lines = ["\(request.method.rawValue) \(request.path)"]
      lines += request.query.pairs.map { "\($0.name)=\($0.value)" }
      var text = lines.joined(separator: " ") + "\n"
      for field in form.fields.pairs { text += "form \(field.name)=\(field.value)\n" }
      for file in form.files { text += "file \(file.name) \(file.fileName) \(file.type) \(file.content.count)\n" }
      return .text(text)
    } catch {
      return .problem(error.problem)
    }
  }
}
