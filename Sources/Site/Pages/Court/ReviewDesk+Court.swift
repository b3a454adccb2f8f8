internal import CivilTime
internal import Foundation
internal import Gateway
internal import Markup
package import Services
internal import Stores

/// What is given to courts, opponents and other members.
package struct CourtServices: Sendable {
  let bundles: BundleService
  let incidents: IncidentService
  let checkpoints: CheckpointService
  /// With which checkpoints and bundles are signed; nil where there is no such key.
  let publicKey: @Sendable () -> String?

  package init(
    bundles: BundleService, incidents: IncidentService, checkpoints: CheckpointService,
    publicKey: @escaping @Sendable () -> String?
  ) {
    (self.bundles, self.incidents, self.checkpoints, self.publicKey) = (bundles, incidents, checkpoints, publicKey)
  }
}

extension ReviewDesk {
  /// The report as a PDF, the table of incidents, the form of a bundle.
  func give(_ route: ReviewRoute, _ request: Request) async throws -> Response? {
    guard let court else { return nil }
    if route == .bundle { return .page(BundlePage(scene: scene)) }
    let (query, fault) = query(request.query)
    if let fault {
      let report = try await figures.report(query, by: scene.staff)
      return .page(FigurePage(scene: scene, report: report, fault: fault), status: .unprocessableContent)
    }
    let incidents = try await court.incidents.reviewed(query, by: scene.staff)
    if route == .incidents {
      return VisitDesk.download(IncidentTable(incidents, query).csv, "text/csv; charset=utf-8", "incidents.csv")
    }
    let content = try await ReportContent(query, incidents: incidents) { try await figures.report($0, by: scene.staff) }
    let page = ReportPrintPage(content, phrases: scene.phrases, isPractice: scene.isPractice)
    do throws(PrintFailure) {
      return VisitDesk.download(try await printer.pdf(page.rendered()), "application/pdf", "report.pdf")
    } catch {
      return .page(ReportNoPrintPage(scene: scene), status: .serviceUnavailable)
    }
  }

  /// Makes the bundle that the form asks for; what is wrong with the form is said beside it.
  func bundle(_ form: Form) async throws -> Response? {
    guard let court else { return nil }
    var typed: [BundlePage.Field: String] = [:]
    for field in BundlePage.Field.allCases { typed[field] = String((form[field.rawValue] ?? "").prefix(1000)) }
    func refuse(_ fault: BundlePage.Fault) -> Response {
      .page(BundlePage(scene: scene, typed: typed, fault: fault), status: .unprocessableContent)
    }
    let words = (typed[.which] ?? "").split { $0.isWhitespace || $0 == "," }.map { $0.uppercased() }
    guard let first = CivilDate(iso: typed[.from] ?? ""), let last = CivilDate(iso: typed[.until] ?? ""),
      first <= last, first.year >= 1970, last.year <= 9000
    else { return refuse(.days) }
    guard let one = words.first, words.count <= 200 else { return refuse(.which) }
    let subject: BundleScope.Subject =
      switch typed[.about] {
      case "order": .order((typed[.which] ?? "").trimmingCharacters(in: .whitespaces))
      case "requests": .requests(words)
      default: .place(one)
      }
    let isPractice = scene.isPractice
    var gathered = BodyGatherer(threshold: 1 << 20, folder: TemporaryFile.standardFolder)
    do {
      _ = try await court.bundles.create(
        BundleScope(subject, first: first, last: last), because: typed[.reason] ?? "", by: scene.staff,
        documents: { BundleDocuments($0, isPractice: isPractice).files }, now: now
      ) { try gathered.append($0) }
    } catch let refusal as BundleRefusal {
      return refuse(BundlePage.Fault(refusal))
    }
    return Response(
      headers: [
        "Content-Type": "application/x-tar", "Content-Disposition": "attachment; filename=\"paradero-bundle.tar\"",
      ], body: gathered.body)
  }
}
