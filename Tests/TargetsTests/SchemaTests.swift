import Foundation
import Testing

@testable import Targets

/// The JSON Schema and the reader know the same keys.
@Suite struct SchemaTests {
  private func definitions() throws -> [String: [String: Any]] {
    let file = ExampleDistrict.repository.appending(path: "docs/formats/targets.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    return try #require(schema?["$defs"] as? [String: [String: Any]])
  }

  private func keys(_ definition: [String: Any]?) throws -> Set<String> {
    Set(try #require(definition?["properties"] as? [String: Any]).keys)
  }

  @Test(arguments: MeasureType.allCases)
  func measuresHaveTheSameKeys(type: MeasureType) throws {
    let schema = try keys(definitions()["measure_\(type.rawValue)"])
    #expect(schema == Set(["type"] + PolicyReading.keys(of: type)))
  }

  @Test func sectionsHaveTheSameKeys() throws {
    let definitions = try definitions()
    #expect(try keys(definitions["target"]) == Set(PolicyReading.targetKeys))
    #expect(try keys(definitions["document"]) == Set(PolicyReading.documentKeys))
    #expect(try keys(definitions["universe"]) == Set(PolicyReading.universeKeys))
    #expect(try keys(definitions["term"]) == Set(PolicyReading.termKeys))
    #expect(try keys(definitions["covered"]) == Set(PolicyReading.coveredKeys))
  }
}
