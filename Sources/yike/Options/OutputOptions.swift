import ArgumentParser
import Foundation
import PlanningModel
import Reports
import Workspace

/// How results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv, geojson
}

/// Where results go and in what form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "输出格式，缺省按 -o 的扩展名，否则为表 · format; else by the extension of -o; else table")
  var format: OutputFormat?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("写入文件而不是标准输出 · write to a file", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "输出语言 zh 或 en · language; else the workspace's")
  var language: Language?

  @Flag(name: .long, help: "CSV 前加 BOM，便于 Excel 打开 · byte-order mark on CSV for Excel")
  var bom = false

  /// The format asked for, by flag, then by extension, then a table.
  var chosenFormat: OutputFormat {
    if let format { return format }
    let suffix = output.map { URL(filePath: $0).pathExtension.lowercased() } ?? ""
    return OutputFormat(rawValue: suffix) ?? .table
  }

  /// Writes a result to the file asked for, or to standard output.
  func write(_ bytes: [UInt8]) throws {
    guard let output else {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
      return
    }
    try ResultFile.write(Data(bytes), to: URL(filePath: output))
    Terminal.note("wrote \(output)")
  }

  /// Writes a text.
  func write(_ text: String) throws { try write(Array(text.utf8)) }
}
