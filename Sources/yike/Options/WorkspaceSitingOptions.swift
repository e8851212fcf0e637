import ArgumentParser
import Foundation
import Planning
import PlanningModel

/// A location problem on the workspace: services, facilities that operate, candidates.
struct WorkspaceSitingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      服务类型或类型组；joint、hierarchical 写几个，逗号分隔 · the service; several for joint and hierarchical
      """, valueName: "type"))
  var service: String?
  @Option(
    help: "现有设施：fixed 保留、free 可关闭、none 不计 · facilities that operate: stay, may close, left out")
  var existing = WorkspaceSiting.Existing.fixed
  @Option(
    help: ArgumentHelp("必须建的候选地点，逗号分隔 · candidates that have to open", valueName: "names"))
  var require: String?
  @Option(
    help: ArgumentHelp("不可建的候选地点，逗号分隔 · candidates that may not open", valueName: "names"))
  var forbid: String?
  @Option(
    help: ArgumentHelp("新站点的容量 · how many people a new site serves", valueName: "N"))
  var siteCapacity: Int?
  @Option(
    help: ArgumentHelp(
      "把所用的需求、候选、成本表写到此文件夹 · write the tables that were used to this folder",
      valueName: "folder"))
  var tables: String?

  func validate() throws {
    guard service == nil else { return }
    if require != nil || forbid != nil || siteCapacity != nil || tables != nil {
      throw ValidationError(
        "--require, --forbid, --site-capacity and --tables belong to --problem with --service")
    }
  }

  var services: [String] { (service ?? "").split(separator: ",").map(String.init) }

  /// The tables in a folder: the one that was named, else a temporary one.
  func write(_ made: WorkspaceSitingTables) throws -> URL {
    let folder =
      tables.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? FileManager.default.temporaryDirectory.appending(path: "yike-site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [
      ("demand.csv", made.demand), ("candidates.csv", made.candidates), ("costs.csv", made.costs),
      ("between.csv", made.between),
    ] where !text.isEmpty {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }
}
