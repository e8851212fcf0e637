public import Foundation
import PlanningModel

/// A fresh workspace: a commented `yike.yaml` and ledgers with nothing but their headers.
public enum WorkspaceTemplate {
  /// The files by path, in the order they are written.
  static let files: [(path: String, text: String)] =
    [(WorkspaceFolder.settingsName, settings)]
    + ledgers.map { ("geodata/\($0.name).csv", "\u{FEFF}" + $0.columns + "\n") }
    + [(".gitignore", ".yike/\ngeodata/*.gpkg\ngeodata/*.gpkg.partial*\n")]

  /// The folders that exist from the start.
  static let folders = ["geodata", "policies", "scenarios", "reports"]

  /// The columns of each ledger.
  ///
  /// A byte-order mark goes before them, so that spreadsheets keep the encoding.
  private static let ledgers: [(name: String, columns: String)] = [
    (
      "units",
      "code_nbs2023,name,name_en,class,lon,lat,seat_provenance,population,"
        + "population_provenance,area_km2,source,note"
    ),
    (
      "villages",
      "name,kind,township,township_code_nbs2023,lon,lat,total,pop_60plus,pop_80plus,children,"
        + "women,households,registered_mh_subjects,name_provenance,position_provenance,"
        + "people_provenance,source,note"
    ),
    (
      "facilities",
      "id,name,kind,township,village,lon,lat,state,opened,closed,designation,capacity,"
        + "shared_capacity,floor_area_m2,service_range,site,provenance,host_provenance,position_provenance,"
        + "range_provenance,source,note"
    ),
    ("activities", "unit,activity,year,sessions,served_people,evidence,provenance,source,note"),
    ("progress", "indicator,value,as_of,unit,evidence,provenance,source,note"),
  ]

  /// Lays out a workspace; creates the folder when it does not exist.
  ///
  /// - Parameter folder: where; what is there already is left alone.
  /// - Returns: the files written, relative to the folder.
  /// - Throws: `WorkError` (`unwritable`) when a file of the template exists already, before
  ///   anything is written, or when writing fails.
  public static func write(to folder: URL) throws -> [String] {
    let manager = FileManager.default
    let existing = files.map(\.path).filter {
      manager.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
    guard existing.isEmpty else {
      throw failure(
        folder,
        Bilingual(
          "文件夹中已有：" + existing.joined(separator: "、"),
          "it holds already: " + existing.joined(separator: ", ")),
        remedy: Bilingual(
          "选择空文件夹；未写入任何内容", "choose an empty folder; nothing was written"))
    }
    do {
      for name in folders {
        try manager.createDirectory(
          at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      for file in files {
        // Never over a file that has come into being meanwhile.
        try Data(file.text.utf8).write(
          to: folder.appendingPathComponent(file.path), options: .withoutOverwriting)
      }
    } catch {
      throw failure(
        folder, Bilingual("无法写入（\(error.localizedDescription)）", error.localizedDescription),
        remedy: Bilingual("检查文件夹权限", "check the folder's permissions"))
    }
    return files.map(\.path)
  }

  private static func failure(_ folder: URL, _ message: Bilingual, remedy: Bilingual) -> WorkError {
    WorkError(
      .unwritable, operation: "lay out workspace", subject: folder.path, message: message,
      remedy: remedy)
  }
}
