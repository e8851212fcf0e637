// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours holds itself to; warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
/// Modules whose small accessors sit in inner loops of other modules.
///
/// Tests ask them for millions of travel times, so they are optimised in debug builds too.
let hot: [SwiftSetting] =
  strict + [
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
    .unsafeFlags(["-O"], .when(configuration: .debug)),
  ]

let package = Package(
  name: "yike",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "yike", targets: ["yike"]),
    // For Benchmarks/, a package of its own.
    .library(name: "Certificates", targets: ["Certificates"]),
    .library(name: "Coverage", targets: ["Coverage"]),
    .library(name: "Geometry", targets: ["Geometry"]),
    .library(name: "Importing", targets: ["Importing"]),
    .library(name: "LocationAllocation", targets: ["LocationAllocation"]),
    .library(name: "Planning", targets: ["Planning"]),
    .library(name: "PlanningModel", targets: ["PlanningModel"]),
    .library(name: "RoadNetwork", targets: ["RoadNetwork"]),
    .library(name: "Targets", targets: ["Targets"]),
    .library(name: "Terrain", targets: ["Terrain"]),
    .library(name: "TravelTimes", targets: ["TravelTimes"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C and C++ libraries
    .systemLibrary(
      name: "CGEOS", pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(
      name: "CPROJ", pkgConfig: "proj",
      providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CGDAL", pkgConfig: "gdal",
      providers: [.apt(["libgdal-dev"]), .brew(["gdal"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "COpenCC", pkgConfig: "opencc",
      providers: [.apt(["libopencc-dev"]), .brew(["opencc"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
    // One compiler builtin that Swift has no word for; a header, no library.
    .target(name: "CPrefetch"),
    .systemLibrary(
      name: "CCbc", pkgConfig: "cbc",
      providers: [.apt(["coinor-libcbc-dev"]), .brew(["cbc"])]),
    .target(
      name: "COsmium",
      linkerSettings: [
        .linkedLibrary("z"), .linkedLibrary("expat"), .linkedLibrary("bz2"),
        .linkedLibrary("pthread"),
      ]),
    // 0  vocabulary
    .target(name: "PlanningModel", swiftSettings: hot),
    // 1  shapes, times
    .target(name: "Geometry", dependencies: ["CGEOS"], swiftSettings: hot),
    .testTarget(
      name: "GeometryTests", dependencies: ["Geometry", "TestSupport"], swiftSettings: strict),
    .target(
      name: "Projections", dependencies: ["CPROJ", "Geometry", "PlanningModel"],
      swiftSettings: strict),
    .testTarget(
      name: "ProjectionsTests",
      dependencies: ["CPROJ", "Geometry", "PlanningModel", "Projections", "TestSupport"],
      swiftSettings: strict),
    .target(
      name: "YAMLDocuments",
      dependencies: ["PlanningModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "TravelTimes", dependencies: ["PlanningModel"], swiftSettings: hot),
    .target(
      name: "ChineseText", dependencies: ["COpenCC", "PlanningModel"], swiftSettings: strict),
    .testTarget(
      name: "ChineseTextTests", dependencies: ["ChineseText", "TestSupport"],
      swiftSettings: strict),
    .target(name: "Certificates", swiftSettings: hot),
    .testTarget(
      name: "CertificatesTests", dependencies: ["Certificates"], swiftSettings: strict),
    // 2  in and out
    .target(
      name: "Importing",
      dependencies: ["CGDAL", "COsmium", "Geometry", "PlanningModel", "Projections"],
      swiftSettings: strict),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "CGDAL", "Geometry", "Importing", "PlanningModel", "Projections", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "Workspace",
      dependencies: [
        "CCrypto", "Geometry", "PlanningModel", "YAMLDocuments",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "WorkspaceTests", dependencies: ["Geometry", "PlanningModel", "Workspace"],
      swiftSettings: strict),
    // 3  door to door
    .target(
      name: "RoadNetwork",
      dependencies: ["CPrefetch", "Geometry", "PlanningModel", "TravelTimes", "YAMLDocuments"],
      swiftSettings: hot),
    .target(
      name: "Terrain", dependencies: ["Geometry", "PlanningModel", "Projections"],
      swiftSettings: hot),
    .target(
      name: "Journeys",
      dependencies: ["Geometry", "PlanningModel", "RoadNetwork", "Terrain", "TravelTimes"],
      swiftSettings: hot),
    // 4  analysis
    .target(
      name: "Coverage", dependencies: ["PlanningModel", "TravelTimes"], swiftSettings: hot),
    .target(
      name: "LocationAllocation", dependencies: ["CCbc", "Certificates"], swiftSettings: hot),
    .testTarget(
      name: "LocationAllocationTests",
      dependencies: ["Certificates", "LocationAllocation", "TestSupport"],
      swiftSettings: strict),
    .target(
      name: "Targets",
      dependencies: ["ChineseText", "PlanningModel", "TravelTimes", "YAMLDocuments"],
      swiftSettings: strict),
    // 5  what if
    .target(
      name: "Scenarios", dependencies: ["PlanningModel", "YAMLDocuments"],
      swiftSettings: strict),
    // 6  use cases
    .target(
      name: "Planning",
      dependencies: [
        "Certificates", "ChineseText", "Coverage", "Geometry", "Importing", "Journeys",
        "LocationAllocation", "PlanningModel", "Projections", "RoadNetwork", "Scenarios", "Targets",
        "Terrain", "TravelTimes", "Workspace",
      ],
      swiftSettings: strict),
    // 7  what people see
    .target(
      name: "Reports",
      dependencies: [
        "CXlsxWriter", "Certificates", "Coverage", "Geometry", "LocationAllocation", "Planning",
        "PlanningModel", "Scenarios", "Targets", "TravelTimes", "Workspace",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    // 8  command line
    .executableTarget(
      name: "yike",
      dependencies: [
        "Certificates", "Coverage", "Planning", "PlanningModel", "Reports", "Targets",
        "TravelTimes", "Workspace",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // tests
    .testTarget(
      name: "YAMLDocumentsTests", dependencies: ["PlanningModel", "YAMLDocuments"],
      swiftSettings: strict),
    .testTarget(
      name: "CoverageTests",
      dependencies: ["Coverage", "PlanningModel", "TestSupport", "TravelTimes"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanningModelTests", dependencies: ["PlanningModel"], swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests", dependencies: ["PlanningModel", "Scenarios"],
      swiftSettings: strict),
    .testTarget(
      name: "TargetsTests",
      dependencies: ["ChineseText", "PlanningModel", "Targets", "TestSupport", "TravelTimes"],
      exclude: ["Golden"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["Geometry", "PlanningModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "RoadNetworkTests",
      dependencies: ["Geometry", "PlanningModel", "RoadNetwork", "TestSupport", "TravelTimes"],
      swiftSettings: strict),
    .testTarget(
      name: "TerrainTests", dependencies: ["Geometry", "PlanningModel", "TestSupport", "Terrain"],
      swiftSettings: strict),
    .testTarget(
      name: "JourneysTests",
      dependencies: [
        "Geometry", "Journeys", "PlanningModel", "RoadNetwork", "Terrain", "TestSupport",
        "TravelTimes",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReferenceTests",
      dependencies: [
        "Coverage", "Geometry", "Importing", "Planning", "PlanningModel", "Reports", "RoadNetwork",
        "TestSupport", "TravelTimes",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Coverage", "Geometry", "Importing", "Planning", "PlanningModel", "Reports", "Targets",
        "TestSupport", "Workspace",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "Geometry", "Importing", "Planning", "PlanningModel", "Targets", "TestSupport",
        "TravelTimes", "Workspace",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Coverage", "Importing", "LocationAllocation", "Planning", "PlanningModel", "Reports",
        "Scenarios", "Targets", "TestSupport", "yike",
      ],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
