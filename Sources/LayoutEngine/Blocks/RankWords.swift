import Languages
import Rules
import WorkbookModel

/// How a place in the ranking is told on sheets.
struct RankWords {
  let place: Ranking.Place
  let catalogue: Catalogue

  var rank: String { catalogue.phrase("matrix.rank", ["rank": place.label]) }

  var sums: String {
    catalogue.phrase(
      "matrix.sums",
      [
        "challenge": catalogue.number(place.point.challenge.text),
        "impact": catalogue.number(place.point.impact.text),
      ])
  }

  /// The field of the matrix, or that it lies between two.
  var quadrant: String {
    catalogue.phrase(
      place.isOnTheLine ? "matrix.onTheLine" : "matrix.quadrants.\(place.quadrant.rawValue).label")
  }

  var front: String? { place.isOnFront ? catalogue.phrase("matrix.onFront") : nil }
}
