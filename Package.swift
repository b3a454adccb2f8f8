// swift-tools-version: 6.2
// The manifest is the architecture: a layer can import only what it names here. Builds pass
// `--explicit-target-dependency-import-check error`, which makes the compiler hold these borders.
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

/// A layer of the house and the layers below that it may know.
func layer(_ name: String, _ below: Target.Dependency...) -> Target {
  .target(name: name, dependencies: below, swiftSettings: house)
}

/// A layer without effects: no database, no network, no clock; memory safety is checked strictly.
func pure(_ name: String, _ below: Target.Dependency...) -> Target {
  .target(name: name, dependencies: below, swiftSettings: house + [.strictMemorySafety()])
}

func tests(_ name: String, _ below: Target.Dependency..., resources: [Resource] = []) -> Target {
  .testTarget(
    name: name, dependencies: below, exclude: [], resources: resources, swiftSettings: house)
}

let package = Package(
  name: "paradero",
  products: [.executable(name: "paradero", targets: ["paradero"])],
  targets: [
    // 0: C libraries, from Debian's -dev packages
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    // 1: values
    pure("CivilTime"),
    pure("Markup"),
    layer("Locking"),
    pure("Records", "CivilTime"),
    // 2: the core
    pure("Linkage", "CivilTime"),
    pure("Disclosure", "Linkage", "CivilTime"),
    pure("CounselRules", "Records", "CivilTime"),
    pure("Figures"),
    // 3: the rim
    layer("Postgres", "CLibPQ", "Locking", "CivilTime"),
    layer("Gateway", "Locking"),
    layer("Sandbox", "Locking"),
    layer("Vault", "CSodium", "CCrypto"),
    layer("Barcodes", "CQREncode"),
    .target(
      name: "Schema", path: "sql", exclude: ["seed", "names", "rulebook", "schema.sql", "AUDIT.md"],
      sources: ["Schema.swift"],
      resources: [.embedInCode("migrations"), .embedInCode("replaceable")], swiftSettings: house),
    pure("Phrasebook", "CounselRules", "Records", "Linkage", "CivilTime"),
    // 4 and 5: stores and what users do
    layer("Migrator", "Postgres", "Schema"),
    layer("Stores", "Postgres", "Records", "Linkage", "Disclosure", "Vault", "CivilTime"),
    pure("Papers", "Records", "Phrasebook", "CivilTime"),
    layer(
      "Services", "Stores", "Postgres", "Records", "CounselRules", "Linkage", "Disclosure", "Phrasebook", "CivilTime",
      "Locking", "Vault", "Sandbox", "Figures", "CMalloc"),
    // 6: what people see
    .target(
      name: "Site",
      dependencies: [
        "Services", "Stores", "Papers", "Markup", "Phrasebook", "Gateway", "Records", "CounselRules", "Linkage",
        "Disclosure", "CivilTime", "Barcodes", "Figures",
      ],
      resources: [.embedInCode("Assets")], swiftSettings: house),
    // 7: the command
    .executableTarget(
      name: "paradero",
      dependencies: [
        "Site", "Services", "Stores", "Migrator", "Postgres", "Gateway", "Phrasebook", "Records", "Linkage",
        "Disclosure", "CounselRules", "CivilTime", "Locking", "Vault",
      ], swiftSettings: house),
    // side: tests only
    .target(
      name: "TestKit", dependencies: ["Postgres", "Migrator", "Gateway", "Locking"], swiftSettings: house),
    tests("CivilTimeTests", "CivilTime"),
    tests("RecordsTests", "Records", "CivilTime"),
    tests("StoresTests", "Stores", "Postgres", "Records", "CivilTime", "TestKit"),
    tests("MigratorTests", "Migrator", "Schema", "Postgres", "TestKit"),
    .testTarget(
      name: "LinkageTests", dependencies: ["Linkage", "CivilTime"], exclude: ["Pairs"], swiftSettings: house),
    .testTarget(
      name: "CounselRulesTests", dependencies: ["CounselRules", "Records", "CivilTime"], exclude: ["Scenarios"],
      swiftSettings: house),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "paradero", "Services", "Stores", "Postgres", "Gateway", "Vault", "Locking", "CivilTime", "TestKit",
      ],
      exclude: ["Golden"],
      swiftSettings: house),
    tests("FiguresTests", "Figures"),
    tests("DisclosureTests", "Disclosure", "Linkage", "CivilTime"),
    tests("MarkupTests", "Markup"),
    tests("GatewayTests", "Gateway", "TestKit", "Locking"),
    tests("PhrasebookTests", "Phrasebook", "CounselRules", "Linkage", "CivilTime"),
    tests("PapersTests", "Papers", "Records", "CivilTime"),
    .testTarget(
      name: "SiteTests",
      dependencies: ["Site", "Services", "Gateway", "Phrasebook", "Records", "Linkage", "CivilTime"],
      exclude: ["Golden"], swiftSettings: house),
    tests("VaultTests", "Vault"),
    tests("SandboxTests", "Sandbox"),
    tests("BarcodesTests", "Barcodes"),
    tests(
      "ServicesTests", "Services", "Figures", "Stores", "Postgres", "Migrator", "Records", "CounselRules", "Linkage",
      "Disclosure", "Phrasebook",
      "CivilTime", "Locking", "TestKit", "Vault", "Sandbox"),
    .testTarget(
      name: "StaffTests",
      dependencies: [
        "Site", "Services", "Stores", "Gateway", "Phrasebook", "Postgres", "Records", "CounselRules", "Linkage",
        "Disclosure", "CivilTime", "Locking", "TestKit", "Sandbox", "Vault", "Figures",
      ], exclude: ["Golden"], swiftSettings: house),
    tests("PostgresTests", "Postgres", "TestKit", "CivilTime", "Locking"),
  ]
)
