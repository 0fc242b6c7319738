import Glibc

/// Work on several things that two threads share: one begins at once, and whoever asks for the values helps with what is
/// still to be begun.
package final class SharedWork<Value: Sendable>: Sendable {
  private let work: @Sendable (Int) -> Value
  private let next: Counter
  private let others: Background<[(index: Int, value: Value)]>?

  /// `work` gets the numbers from 0, each once.
  package init(_ count: Int, _ work: @escaping @Sendable (Int) -> Value) {
    let next = Counter(end: count)
    self.work = work
    self.next = next
    others = count == 0 ? nil : Background { Self.share(next, work) }
  }

  /// In the order of the things, whoever made them; to be asked for once.
  package func values() -> [Value] {
    let own = Self.share(next, work)
    return (own + (others?.value ?? [])).sorted { $0.index < $1.index }.map(\.value)
  }

  private static func share(_ next: Counter, _ work: (Int) -> Value) -> [(index: Int, value: Value)] {
    var done: [(index: Int, value: Value)] = []
    while let index = next.take() { done.append((index, work(index))) }
    return done
  }
}

/// Numbers from 0 behind a lock. A class, because both threads take from the same.
private final class Counter: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let end: Int
  private var next = 0

  init(end: Int) {
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    self.end = end
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Nothing after the last.
  func take() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard next < end else { return nil }
    defer { next += 1 }
    return next
  }
}
