import Foundation
import GRDB
import PlanningModel

/// A row of the store whose values are checked as they are taken: a file is input, and a wrong
/// value in it must end in a message, not in a crash.
struct StoreRow {
  /// A value that is not what its column holds.
  struct Damage: Error {
    var table: String
    var column: String
    var message: Bilingual
  }

  let row: Row
  let table: String

  func optionalText(_ index: Int) throws(Damage) -> String? {
    try value(index, Bilingual("文字", "a text")) { String.fromDatabaseValue($0) }
  }

  func text(_ index: Int) throws(Damage) -> String { try present(optionalText(index), index) }

  func optionalInteger(_ index: Int) throws(Damage) -> Int? {
    try value(index, Bilingual("整数", "a whole number")) { Int.fromDatabaseValue($0) }
  }

  func integer(_ index: Int) throws(Damage) -> Int { try present(optionalInteger(index), index) }

  func number(_ index: Int) throws(Damage) -> Double {
    try present(value(index, Bilingual("数字", "a number")) { Double.fromDatabaseValue($0) }, index)
  }

  func optionalDate(_ index: Int) throws(Damage) -> CivilDate? {
    try value(index, Bilingual("日期", "a date")) {
      String.fromDatabaseValue($0).flatMap { CivilDate($0) }
    }
  }

  func optionalDecimal(_ index: Int) throws(Damage) -> ExactDecimal? {
    try value(index, Bilingual("小数", "a decimal number")) { stored in
      guard let text = String.fromDatabaseValue(stored) else { return nil }
      let parts = text.split(separator: "/").compactMap { Int($0) }
      return parts.count == 2 ? ExactDecimal(parts[0], over: parts[1]) : ExactDecimal(text)
    }
  }

  func optionalChoice<Choice: RawRepresentable>(
    _ index: Int, of type: Choice.Type = Choice.self
  ) throws(Damage) -> Choice? where Choice.RawValue == String {
    try value(index, Bilingual("已知的词", "a known word")) {
      String.fromDatabaseValue($0).flatMap { Choice(rawValue: $0) }
    }
  }

  func choice<Choice: RawRepresentable>(
    _ index: Int, of type: Choice.Type = Choice.self
  ) throws(Damage) -> Choice where Choice.RawValue == String {
    try present(optionalChoice(index), index)
  }

  /// The bytes of a blob, or nil; they live as long as the call.
  func withBytes<Result>(
    _ index: Int, _ body: (UnsafeRawBufferPointer) -> Result?
  ) throws(Damage) -> Result? {
    let found: Result??
    do {
      found = try row.withUnsafeData(atIndex: index) { data in
        data.map { $0.withUnsafeBytes(body) }
      }
    } catch {
      throw damage(index, Bilingual("应为二进制数据", "bytes are expected"))
    }
    guard let found else { return nil }
    guard let result = found else {
      throw damage(index, Bilingual("二进制数据不正确", "the bytes are not what they should be"))
    }
    return result
  }

  func damage(_ index: Int, _ message: Bilingual) -> Damage {
    Damage(table: table, column: Array(row.columnNames)[index], message: message)
  }

  private func present<Value>(_ value: Value?, _ index: Int) throws(Damage) -> Value {
    guard let value else { throw damage(index, Bilingual("缺少值", "the value is missing")) }
    return value
  }

  private func value<Value>(
    _ index: Int, _ expected: Bilingual, _ convert: (DatabaseValue) -> Value?
  ) throws(Damage) -> Value? {
    let stored: DatabaseValue = row[index]
    if stored.isNull { return nil }
    guard let value = convert(stored) else {
      throw damage(index, Bilingual("应为\(expected.chinese)", "\(expected.english) is expected"))
    }
    return value
  }
}
