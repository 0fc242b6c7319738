import LayoutModel
import PageModel

/// A flow set in columns of one width: balanced between items where everything fits, filled line by line where not.
struct FlowColumns {
  let flow: SetFlow
  let count: Int
  let gap: Length

  /// The height that balanced columns need.
  var height: Length { balanced.height }

  /// The lines of each column within a height, and how many lines found room.
  func columns(fitting height: Length) -> (slices: [SetFlow], placed: Int) {
    let even = balanced
    if even.height <= height + .mm(0.001) { return (even.slices, flow.lines.count) }
    var slices: [SetFlow] = []
    var start = 0
    for _ in 0..<count where start < flow.lines.count {
      let rest = flow.slice(start..<flow.lines.count)
      let fitting = rest.count(fitting: height)
      slices.append(rest.slice(0..<fitting))
      start += fitting
      if fitting == 0 { break }
    }
    return (slices, start)
  }

  private var balanced: (slices: [SetFlow], height: Length) {
    guard count > 1 else { return ([flow], flow.height) }
    // Items stay whole; the lowest height at which they fit into the columns is found by halving.
    let starts = flow.lines.indices.filter { $0 == 0 || flow.lines[$0].item != flow.lines[$0 - 1].item }
    let ends = Array(starts.dropFirst()) + [flow.lines.count]
    let total = flow.height
    var best = (slices: [flow], height: total)
    var (low, high) = (total / Double(count) * 0.9, total)
    for _ in 0..<9 {
      let middle = (low + high) / 2
      if let slices = split(starts, ends, within: middle) {
        best = (slices, slices.map(\.height).max() ?? .zero)
        high = min(middle, best.height)
      } else {
        low = middle
      }
    }
    return best
  }

  /// Runs of whole items, each within a height; nothing when there are more runs than columns.
  private func split(_ starts: [Int], _ ends: [Int], within height: Length) -> [SetFlow]? {
    var slices: [SetFlow] = []
    var item = 0
    while item < starts.count {
      var last = item
      while last + 1 < starts.count, flow.slice(starts[item]..<ends[last + 1]).height <= height + .mm(0.001) {
        last += 1
      }
      let slice = flow.slice(starts[item]..<ends[last])
      guard slice.height <= height + .mm(0.001), slices.count < count else { return nil }
      slices.append(slice)
      item = last + 1
    }
    return slices
  }
}
