// swift-tools-version: 6.2
import PackageDescription

/// The same strictness as the product's.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Modules of the product that the benchmarks use, by their public interface only.
let modules = [
  "Certificates", "Coverage", "Geometry", "Importing", "LocationAllocation", "Planning",
  "PlanningModel", "RoadNetwork", "Targets", "Terrain", "TravelTimes",
]

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "yike-bench", targets: ["YikeBench"])],
  dependencies: [
    .package(name: "yike", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "YikeBench",
      dependencies: modules.map { .product(name: $0, package: "yike") } + [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ],
      swiftSettings: strict)
  ],
  swiftLanguageModes: [.v6], cxxLanguageStandard: .cxx17
)
