import Foundation
import PlanningModel

extension WorkspaceFolder {
  /// The sources as they lie on disk now, each file with its hash: one record for a plain file,
  /// one for each part of a shapefile.
  ///
  /// - Throws: `WorkError` (`blocked`) with a fault for every file that cannot be read.
  public func currentSources() throws -> [SourceRecord] {
    var records: [SourceRecord] = []
    var faults: [InputFault] = []
    var known: [String: String] = [:]
    for source in settings.sources {
      for path in SourceFiles.paths(of: source.file, at: url(of: source.file)) {
        do {
          // Several layers of one file are hashed once.
          let hash = try known[path] ?? FileDigest.sha256(of: url(of: path), name: path)
          known[path] = hash
          records.append(
            SourceRecord(
              role: source.role, path: path, sha256: hash, provenance: source.provenance,
              publisher: source.publisher, band: source.band))
        } catch let error as WorkError {
          let remedy = Bilingual(splitting: error.remedy)
          faults.append(
            InputFault(
              check: "source.unreadable", severity: .blocking, file: path, column: "file",
              rule: Bilingual(splitting: error.message),
              remedy: Bilingual(
                "\(remedy.chinese)；或修改 yike.yaml 中的“sources”",
                "\(remedy.english), or change “sources” in yike.yaml")))
        }
      }
    }
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read sources", subject: WorkspaceFolder.settingsName,
        message: Bilingual(
          "“sources”中有 \(faults.count) 个文件无法读取",
          "\(faults.count) of the files named under “sources” cannot be read"),
        remedy: Bilingual("按所列各行更正", "see each line"), faults: faults)
    }
    return records
  }

  /// The hash of the settings that the import reads; it goes into the store.
  public var settingsSHA256: String { SHA256Digest.hexadecimal(of: settings.importText) }

  /// Whether the store was built from these sources and settings; compares hashes, never times.
  ///
  /// - Parameter sources: the sources as ``currentSources()`` gives them.
  /// - Throws: what reading the store throws, except that a store of an older version, a damaged
  ///   one and a foreign file are `outdated`.
  public func storeState(for sources: [SourceRecord]) throws -> StoreState {
    let origin: StoreOrigin
    do {
      origin = try GeoPackageStore.readSources(storeURL)
    } catch let error as WorkError where error.code == .notFound {
      return .absent
    } catch let error as WorkError where error.code != .unreadable {
      return .outdated([error.message])
    }
    var reasons: [String] = []
    if origin.settingsSHA256 != settingsSHA256 {
      reasons.append(Bilingual("yike.yaml 已修改", "yike.yaml changed").text)
    }
    let before = Dictionary(origin.sources.map { ($0.path, $0.sha256) }) { first, _ in first }
    let now = Dictionary(sources.map { ($0.path, $0.sha256) }) { first, _ in first }
    for path in Set(before.keys).union(now.keys).sorted() where before[path] != now[path] {
      let (chinese, english) =
        before[path] == nil
        ? ("为新增", "is new") : now[path] == nil ? ("已移除", "is gone") : ("已修改", "changed")
      reasons.append(Bilingual("\(path) \(chinese)", "\(path) \(english)").text)
    }
    return reasons.isEmpty ? .current : .outdated(reasons)
  }
}
