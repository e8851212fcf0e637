import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// What may be built.
  mutating func planCandidates(
    _ entry: YAMLEntry, _ table: YAMLEntry?, _ years: [Int], _ known: Set<String>
  ) -> MultiYearPlan.Candidates {
    faults.allow(["kind", "cost", "staff", "units_of", "file", "sites"], in: entry)
    var candidates = MultiYearPlan.Candidates(origin: entry.origin)
    candidates.kind = kind(entry.find("kind"))
    candidates.cost = money(entry.find("cost"))
    candidates.staff = count(entry.find("staff")) ?? 0
    candidates.unitsOf = entry.find("units_of").flatMap { target($0, known) }
    candidates.file = faults.text(entry.find("file"))
    let listed = faults.items(of: entry.find("sites")) + faults.items(of: table)
    candidates.sites = listed.compactMap { candidate($0, years) }
    var seen: Set<String> = []
    for site in candidates.sites where !seen.insert(site.id).inserted {
      faults.add(
        "plan.twice", at: site.origin.file == table?.file ? table ?? entry : entry,
        line: site.origin.line, key: "id", value: site.id,
        rule: Bilingual("编号重复", "the id is given twice"),
        remedy: Bilingual("为每个候选点另取编号", "give each candidate an id of its own"))
    }
    if candidates.unitsOf == nil, candidates.file == nil, entry.find("sites") == nil {
      faults.add(
        "plan.no_candidates", at: entry,
        rule: Bilingual("没有写明可以建什么", "it does not say what may be built"),
        remedy: Bilingual("写 sites、units_of 或 file", "give sites, units_of or file"))
    }
    let isPriced = candidates.cost != nil || entry.find("cost") != nil
    let unpriced = candidates.sites.filter { $0.cost == nil }
    if !isPriced, candidates.unitsOf != nil || !unpriced.isEmpty {
      faults.add(
        "plan.no_cost", at: entry, line: unpriced.first?.origin.line, value: unpriced.first?.id,
        rule: Bilingual("没有写明费用", "a cost is missing"),
        remedy: Bilingual("为候选点写 cost，不花钱的写 0", "give a cost; write 0 for none"))
    }
    return candidates
  }

  private mutating func candidate(
    _ entry: YAMLEntry, _ years: [Int]
  ) -> MultiYearPlan.Candidate? {
    faults.allow(
      [
        "id", "name", "unit", "kind", "lon", "lat", "serves", "cost", "staff", "from", "until",
        "required", "feeds", "provenance",
      ], in: entry)
    let id = faults.text(faults.require("id", in: entry))
    guard let unit = unit(faults.require("unit", in: entry)), let id else { return nil }
    var site = MultiYearPlan.Candidate(id: id, unit: unit, origin: entry.origin)
    site.name = faults.text(entry.find("name"))
    site.kind = kind(entry.find("kind"))
    site.position = position(entry)
    site.serves = entry.find("serves").map { written in
      faults.items(of: written).compactMap { self.unit($0) }
    }
    site.cost = money(entry.find("cost"))
    site.staff = count(entry.find("staff"))
    site.from = period(entry.find("from"), years)
    site.until = period(entry.find("until"), years)
    site.isRequired = faults.boolean(entry.find("required")) ?? false
    site.feeds = faults.texts(entry.find("feeds"))
    site.provenance = faults.choice(entry.find("provenance"), of: Provenance.self)
    if let from = site.from, let until = site.until, until < from {
      faults.add(
        "plan.years_conflict", at: entry, value: "\(from.label) > \(until.label)",
        rule: Bilingual("最早开办晚于最迟开办", "the first period is after the last"),
        remedy: Bilingual("更正 from 或 until", "correct from or until"))
    }
    return site
  }

  /// Feeders that wait for each other would never open, or all at once.
  mutating func checkCircles(_ sites: [MultiYearPlan.Candidate], at root: YAMLEntry) {
    let feeds = Dictionary(
      sites.map { ($0.id, $0.feeds) }, uniquingKeysWith: { first, _ in first })
    for site in sites {
      var (seen, open) = (Set<String>(), site.feeds)
      while let next = open.popLast() {
        if seen.insert(next).inserted { open += feeds[next] ?? [] }
      }
      guard seen.contains(site.id) else { continue }
      faults.add(
        "plan.circle", at: root, line: site.origin.line, key: "feeds", value: site.id,
        rule: Bilingual("feeds 首尾相接，没有先开的", "feeders wait for each other in a circle"),
        remedy: Bilingual("去掉其中一个 feeds", "take one of the feeds out"))
    }
  }
}
