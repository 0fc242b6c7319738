import CairoBackend
import Glibc
import PageModel

/// Draws pages to PDF on a thread of its own, while the next ones are still being laid out. Everything of Cairo's is made,
/// used and let go on that thread; pages come to it as values, through a queue behind a lock.
final class PainterThread: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let arrival: UnsafeMutablePointer<pthread_cond_t>
  private var thread = pthread_t()
  private var isJoined = false
  // Behind the lock.
  private var waiting: [Page] = []
  private var isClosed = false
  private var isAbandoned = false
  // Written by the thread, read after it has ended.
  private var result: Result<[UInt8], BackendError>?

  /// Nothing when the machine gives no thread: the document is drawn later, then.
  init?(_ head: Document, creator: String, fonts: [String]) {
    lock = .allocate(capacity: 1)
    arrival = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
    let work = Work(painter: self, head: head, creator: creator, fonts: fonts)
    let box = Unmanaged.passRetained(work)
    let status = pthread_create(
      &thread, nil,
      { box in
        Unmanaged<Work>.fromOpaque(box!).takeRetainedValue().run()
        return nil
      }, box.toOpaque())
    if status != 0 {
      box.release()
      isJoined = true
      return nil
    }
  }

  deinit {
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    arrival.deallocate()
    lock.deallocate()
  }

  func add(_ pages: [Page]) {
    pthread_mutex_lock(lock)
    waiting += pages
    pthread_cond_signal(arrival)
    pthread_mutex_unlock(lock)
  }

  /// Waits for the last page; the whole file.
  func finish() throws(BackendError) -> [UInt8] {
    close(abandoning: false)
    switch result {
    case .success(let bytes): return bytes
    case .failure(let error): throw error
    case nil: throw .cairo(task: "PDF", status: "the painter ended early")
    }
  }

  /// What it has drawn is not wanted.
  func abandon() { close(abandoning: true) }

  private func close(abandoning: Bool) {
    guard !isJoined else { return }
    isJoined = true
    pthread_mutex_lock(lock)
    isClosed = true
    isAbandoned = abandoning
    pthread_cond_signal(arrival)
    pthread_mutex_unlock(lock)
    pthread_join(thread, nil)
  }

  /// The pages that have come since, or nothing after the last; called on the thread.
  private func next() -> [Page]? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty, !isClosed { pthread_cond_wait(arrival, lock) }
    if waiting.isEmpty || isAbandoned { return nil }
    defer { waiting = [] }
    return waiting
  }

  /// What the thread does from its start to its end.
  private final class Work {
    let painter: PainterThread
    let head: Document
    let creator: String
    let fonts: [String]

    init(painter: PainterThread, head: Document, creator: String, fonts: [String]) {
      self.painter = painter
      self.head = head
      self.creator = creator
      self.fonts = fonts
    }

    func run() {
      let painting = PDFPainting(head, creator: creator, opening: fonts)
      do {
        while let pages = painter.next() { for page in pages { try painting.add(page) } }
        painter.result = .success(try painting.finish())
      } catch {
        painter.result = .failure(error)
      }
    }
  }
}
