internal import Gateway
internal import Markup

/// The files that pages use, embedded in the program; their names change with their content.
enum Assets {
  static let stylesheet = named("site", "css", "text/css; charset=utf-8", PackageResources.site_css)
  /// What printed papers look like.
  static let printStyle = DocumentStyle(PackageResources.print_css)
  static let icon = named("icon", "svg", "image/svg+xml", PackageResources.icon_svg)

  /// The description of the API, which keeps its address.
  static let apiDocument = Asset(PackageResources.openapi_json, type: "application/json", isImmutable: false)

  static func file(_ name: AssetName) -> Asset? { all[name] }

  private static let all: [AssetName: Asset] = Dictionary(
    uniqueKeysWithValues: [stylesheet, icon].map { ($0.name, $0.asset) })

  struct Named: Sendable {
    let name: AssetName
    let asset: Asset
    var route: Route { .asset(name) }
  }

  private static func named(_ stem: String, _ ending: String, _ type: String, _ content: [UInt8]) -> Named {
    let asset = Asset(content, type: type, isImmutable: true)
    guard let name = AssetName("\(stem)-\(asset.tag.value).\(ending)") else {
      preconditionFailure("a tag is letters, digits and a hyphen")
    }
    return Named(name: name, asset: asset)
  }
}
