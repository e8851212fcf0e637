import PlanningModel

/// A bar of a round length that shows the map's scale at its middle latitude.
struct ScaleBar {
  /// The length on the ground.
  let lengthMetres: Double
  /// The length on the map.
  let pixels: Double

  /// The longest of 1, 2, 5 times a power of ten metres that takes at most `maximumPixels`.
  init(pixelsPerMetre: Double, maximumPixels: Double) {
    var best = 1.0
    var power = 1.0
    while power * pixelsPerMetre <= maximumPixels {
      for step in [1.0, 2, 5] where step * power * pixelsPerMetre <= maximumPixels {
        best = step * power
      }
      power *= 10
    }
    lengthMetres = best
    pixels = best * pixelsPerMetre
  }

  /// The length as people read it.
  func label(_ language: Language) -> String {
    lengthMetres >= 1000
      ? "\(Int(lengthMetres / 1000)) " + language("公里", "km")
      : "\(Int(lengthMetres)) " + language("米", "m")
  }
}
