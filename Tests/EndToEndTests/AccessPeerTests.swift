import Foundation
import Testing

/// The floating catchments beside those of PySAL access, on a real city.
///
/// `YIKE_PEER_PYTHON` names a Python with `access` installed; `YIKE_TEST_DATA` the data.
struct AccessPeerTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let canRun =
    environment["YIKE_PEER_PYTHON"] != nil && environment["YIKE_TEST_DATA"] != nil

  @Test(
    .enabled(
      if: canRun,
      "set YIKE_PEER_PYTHON to a Python with PySAL access, and YIKE_TEST_DATA to the data"))
  func agreesWithPySALOnPortoAlegre() throws {
    let data = URL(filePath: Self.environment["YIKE_TEST_DATA"] ?? "").appending(path: "poa")
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "peer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeTables(from: data.appending(path: "poa_hexgrid.csv"), to: folder)
    let times = try YikeProcess.run(
      [
        "travel-times", "--roads", data.appending(path: "poa_osm.pbf").path, "--mode", "walk",
        "--from", "places.csv", "--to", "clinics.csv", "--within", "60min", "-o", "od.csv",
      ], in: folder)
    try #require(times.exitCode == 0, "\(times.stderr)")
    for method in ["2sfca", "e2sfca", "3sfca"] {
      let steps = method == "2sfca" ? [] : ["--steps", "10:1,20:0.68,30:0.22"]
      let run = try YikeProcess.run(
        [
          "access", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--within",
          "30min", "--method", method, "-o", "\(method).csv",
        ] + steps, in: folder)
      try #require(run.exitCode == 0, "\(run.stderr)")
      let peer = Process()
      peer.executableURL = URL(filePath: Self.environment["YIKE_PEER_PYTHON"] ?? "")
      peer.arguments = [
        WorkspaceCopy.repository.appending(path: "scripts/compare_access.py").path, method, "30",
        "od.csv", "d.csv", "s.csv", "\(method).csv",
      ]
      peer.currentDirectoryURL = folder
      try peer.run()
      peer.waitUntilExit()
      #expect(peer.terminationStatus == 0, "\(method)")
    }
  }

  /// Cells as places, their people as demand, cells with healthcare as supply.
  private func writeTables(from grid: URL, to folder: URL) throws {
    var places = "id,lon,lat\n"
    var clinics = places
    var demand = "id,demand\n"
    var supply = "id,supply\n"
    let text = try String(contentsOf: grid, encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      try #require(cells.count == 7)
      places += "\(cells[0]),\(cells[1]),\(cells[2])\n"
      demand += "\(cells[0]),\(cells[3].isEmpty ? "0" : cells[3])\n"
      guard let beds = Int(cells[6]), beds > 0 else { continue }
      clinics += "\(cells[0]),\(cells[1]),\(cells[2])\n"
      supply += "\(cells[0]),\(beds)\n"
    }
    for (name, text) in [
      ("places", places), ("clinics", clinics), ("d", demand), ("s", supply),
    ] {
      try Data(text.utf8).write(to: folder.appending(path: "\(name).csv"))
    }
  }
}
