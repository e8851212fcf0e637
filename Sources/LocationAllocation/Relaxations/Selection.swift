/// Finds the least of many without sorting them.
enum Selection {
  /// Brings the sites with the `count` least values, ties by site, to the front, in any order.
  static func bringLeast(_ count: Int, of sites: inout [Int], by values: [Double]) {
    var low = 0
    var high = sites.count - 1
    let values = values.span
    func precedes(_ left: Int, _ right: Int) -> Bool {
      let first = values[unchecked: left]
      let second = values[unchecked: right]
      return first < second || (first == second && left < right)
    }
    while low < high {
      let pivot = sites[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while precedes(sites[left], pivot) { left += 1 }
        while precedes(pivot, sites[right]) { right -= 1 }
        if left <= right {
          sites.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right {
        high = right
      } else if count - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }
}
