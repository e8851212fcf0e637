import PlanningModel

/// The same people, township by township, spread evenly over the villages whose counts nobody
/// has verified: how much of a figure rests on the assumed split.
struct EvenPeople {
  let district: District

  init(_ original: District) {
    var district = original
    let spread = district.demandPoints.indices.filter { index in
      let point = original.demandPoints[index]
      return point.band == .own && point.unit != nil && point.peopleProvenance > .surveyed
    }
    let townships = Dictionary(grouping: spread) { original.demandPoints[$0].unit?.rawValue ?? "" }
    for cohort in original.cohorts.map(\.id) {
      for unit in townships.keys.sorted() {
        let places = (townships[unit] ?? []).filter {
          original.demandPoints[$0].people[cohort] != nil
        }
        let total = places.reduce(0) { $0 + (original.demandPoints[$1].people[cohort] ?? 0) }
        // The first villages by id take the people that do not divide.
        for (rank, index) in places.enumerated() {
          district.demandPoints[index].people[cohort] =
            total / places.count + (rank < total % places.count ? 1 : 0)
        }
      }
    }
    self.district = district
  }
}
