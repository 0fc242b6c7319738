import CThreads
import Glibc

/// Work on a thread of its own. Swift's tasks would start a pool of threads, which costs more than a page.
package final class Background<Value: Sendable>: Sendable {
  private let state: State

  /// Begins at once; where the machine gives no thread, the work is done when its value is asked for.
  package init(_ work: @escaping @Sendable () -> Value) {
    state = State(work)
    state.start()
  }

  deinit { state.join() }

  /// A thread is at it; nobody is before its value is asked for where the machine gave none.
  package var hasThread: Bool { state.thread != nil }

  /// Waits for it.
  package var value: Value {
    state.join()
    let result = state.result ?? state.work()
    state.result = result
    return result
  }

  /// Outlives the thread and whoever waits for it: both hold it.
  private final class State: @unchecked Sendable {
    let work: @Sendable () -> Value
    /// Written by the thread, read after it has ended.
    var result: Value?
    /// Known to the one who waits.
    var thread: pthread_t?

    init(_ work: @escaping @Sendable () -> Value) { self.work = work }

    func start() {
      var thread = pthread_t()
      let body = Unmanaged.passRetained(Body { self.result = self.work() })
      let status = thread_begin(
        &thread,
        { body in
          Unmanaged<Body>.fromOpaque(body!).takeRetainedValue().run()
          return nil
        }, body.toOpaque())
      if status == 0 { self.thread = thread } else { body.release() }
    }

    func join() {
      guard let thread else { return }
      self.thread = nil
      pthread_join(thread, nil)
    }
  }
}

/// A closure that C can carry.
private final class Body {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}
