import PlanningModel

/// Checks of counted people.
enum PeopleChecks {
  private static let total: CohortID = "total"
  private static let correctOne = Bilingual("更正其中一个数", "correct one of the two numbers")

  static func run(_ data: LoadedData) -> [InputFault] {
    data.district.demandPoints.flatMap { counts(of: $0, in: data) } + sums(data) + years(data)
  }

  private static func counts(of point: DemandPoint, in data: LoadedData) -> [InputFault] {
    let place = data.demandPointPlaces[point.id]
    var faults: [InputFault] = []
    if point.people[total] == 0 {
      faults.append(
        ImportCheck.peopleZero.fault(
          at: place, total.rawValue, value: "0",
          Bilingual("\(point.name)人数为 0", "\(point.name) has no people at all"),
          Bilingual("人数不清楚的留空", "leave the cell empty if the number is not known")))
    }
    for (cohort, count) in point.people.sorted(by: { $0.key < $1.key }) {
      guard cohort != total, let all = point.people[total], count > all else { continue }
      faults.append(
        ImportCheck.peopleCohortAboveTotal.fault(
          at: place, cohort.rawValue, value: String(count),
          Bilingual(
            "\(cohort) 超过\(point.name)总人数 \(all)",
            "\(cohort) counts more than the \(all) people of \(point.name)"),
          correctOne))
    }
    let ages = point.people.compactMap { cohort, count in
      age(cohort).map { (age: $0, cohort: cohort, count: count) }
    }.sorted { $0.age < $1.age }
    for (younger, older) in zip(ages, ages.dropFirst()) where older.count > younger.count {
      faults.append(
        ImportCheck.peopleCohortOrder.fault(
          at: place, older.cohort.rawValue, value: String(older.count),
          Bilingual(
            "\(older.cohort) 超过包含它的 \(younger.cohort)（\(younger.count)）",
            "\(older.cohort) counts more than \(younger.cohort), which contains it "
              + "(\(younger.count))"),
          correctOne))
    }
    return faults
  }

  /// 60 of `pop_60plus`.
  private static func age(_ cohort: CohortID) -> Int? {
    let name = cohort.rawValue
    guard name.hasPrefix("pop_"), name.hasSuffix("plus") else { return nil }
    return Int(name.dropFirst(4).dropLast(4))
  }

  /// Villages against their township, where every village of it is counted.
  private static func sums(_ data: LoadedData) -> [InputFault] {
    let villages = Dictionary(grouping: data.district.demandPoints.filter { $0.unit != nil }) {
      $0.unit
    }
    return data.district.units.compactMap { unit -> InputFault? in
      guard let stated = unit.population, let members = villages[unit.id] else { return nil }
      let counts = members.compactMap { $0.people[total] }
      guard counts.count == members.count else { return nil }
      let sum = counts.reduce(0, +)
      guard sum != stated else { return nil }
      // ±5 %: |sum − stated| × 20 > stated, on integers.
      let isFar = (sum - stated).magnitude.multipliedReportingOverflow(by: 20)
      let check: ImportCheck =
        isFar.overflow || isFar.partialValue > stated.magnitude
        ? .peopleSumDiffers : .peopleSumInexact
      return check.fault(
        at: data.unitPlaces[unit.id], "population", value: String(stated),
        Bilingual(
          "\(unit.name)所属 \(counts.count) 个村（社区）合计 \(sum) 人，与本级人口 \(stated) 人不一致",
          "the \(counts.count) villages of \(unit.name) have \(sum) people, the unit \(stated)"),
        Bilingual(
          "核对是否缺村、年份不同，或户籍与常住口径不同",
          "check for a missing village, another year, or registered against resident people"))
    }
  }

  private static func years(_ data: LoadedData) -> [InputFault] {
    guard let year = data.populationYear, year != data.asOf.year else { return [] }
    let place = data.district.units.first.flatMap { data.unitPlaces[$0.id] }
    return [
      ImportCheck.peopleYearMismatch.fault(
        at: place.map { SourcePlace(file: $0.file, layer: $0.layer) }, "population_\(year)",
        value: String(year),
        Bilingual(
          "人口为 \(year) 年数据，评价日期在 \(data.asOf.year) 年",
          "the population is of \(year) and the evaluation of \(data.asOf.year)"),
        Bilingual(
          "有当年数据的，改用当年数据；没有的，报告中注明",
          "use figures of the year where they exist; else the report says so"))
    ]
  }
}
