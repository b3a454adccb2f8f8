internal import Sandbox

/// Makes a PDF of a document, by WeasyPrint from Debian, behind the walls of a sandbox.
package struct PaperPrinter: Sendable {
  private let runner: ToolRunner

  /// - Parameter seconds: how long a document may take; a minute is what a browser waits for.
  package init(seconds: Int = 60) {
    // A hundred pages take some seconds on a small machine, and fonts much of the memory.
    runner = ToolRunner(ToolRunner.Limits(seconds: seconds, memory: 4 << 30, output: 64 << 20), most: 2, queue: 16)
  }

  package static let renderer = "/usr/bin/weasyprint"

  /// - Parameter html: a whole document in UTF-8 that names no file and no address: nothing of them could be reached.
  /// - Returns: a PDF that keeps the order of reading and its structure for readers of screens (PDF/UA-1).
  package func pdf(_ html: [UInt8]) async throws(PrintFailure) -> [UInt8] {
    let pdf: [UInt8]
    do {
      pdf = try await runner.run(
        [Self.renderer, "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "-", "-"], input: html)
    } catch {
      throw error == .busy ? .busy : .impossible(error.description)
    }
    guard pdf.starts(with: Array("%PDF-".utf8)) else { throw .impossible("What it made is no PDF.") }
    return pdf
  }

  /// What is wrong with the means to print, for whoever runs the installation; nil when a page can be printed.
  package func fault() async -> String? {
    do {
      _ = try await pdf(Array("<!doctype html><title>Test</title><p>Test".utf8))
      return nil
    } catch {
      guard case .impossible(let reason) = error else { return nil }
      return reason
    }
  }
}

/// Why there is no PDF.
package enum PrintFailure: Error, Equatable {
  /// Many wait for one already.
  case busy
  /// The tools are missing or did not do their work; what is said names no person.
  case impossible(String)
}
