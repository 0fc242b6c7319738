package import Diagnostics

extension Text {
  /// What a thing is called in a sentence: its name, or its id where the name says nothing.
  package static func title(_ name: Text?, _ id: Text?) -> String {
    [name, id].lazy.compactMap { $0?.string }.first { $0.contains { !$0.isWhitespace } } ?? ""
  }
}
