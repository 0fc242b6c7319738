import CairoBackend
import Glibc
import PDFFinishing
import PageModel
import Threads

/// Draws pages to PDF on a thread of its own, while the next ones are still being laid out. Everything of Cairo's is made,
/// used and let go on that thread; pages come to it as values.
final class PainterThread: Sendable {
  private let queue = PageQueue()
  private let work: Background<Result<[UInt8], BackendError>>

  init(pictures: [Picture], margin: PrintMargin?, fonts: [String]) {
    work = Background { [queue] in
      let painting = PDFPainting(pictures: pictures, margin: margin, opening: fonts)
      PDFPainting.rehearse(fonts: fonts)
      defer { queue.abandon() }
      do throws(BackendError) {
        while let pages = queue.next() {
          for page in pages { try painting.add(page) { queue.marked($0) } }
        }
        return .success(try painting.finish())
      } catch {
        return .failure(error)
      }
    }
  }

  /// Or the thread would wait for pages for ever.
  deinit { queue.abandon() }

  func add(_ pages: [Page]) { queue.add(pages) }

  /// Waits until the last page is painted, which is some time before it is written; what each stretch of the pages is.
  func marks() throws(BackendError) -> [[ContentMark]] {
    queue.close()
    // Without a thread it is drawn here.
    if !work.hasThread { _ = work.value }
    if let marks = queue.marks() { return marks }
    // It stopped before the last page, and says why.
    _ = try work.value.get()
    return []
  }

  /// Waits for the whole file.
  func finish() throws(BackendError) -> [UInt8] {
    queue.close()
    return try work.value.get()
  }

  /// What it has drawn is not wanted.
  func abandon() { queue.abandon() }
}

/// Pages on their way from one thread to another, and what was painted on its way back, behind a lock.
private final class PageQueue: @unchecked Sendable {
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let arrival: UnsafeMutablePointer<pthread_cond_t>
  private let progress: UnsafeMutablePointer<pthread_cond_t>
  private var waiting: [Page] = []
  private var count = 0
  private var painted: [[ContentMark]] = []
  private var isClosed = false
  private var isAbandoned = false

  init() {
    lock = .allocate(capacity: 1)
    arrival = .allocate(capacity: 1)
    progress = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrival, nil)
    pthread_cond_init(progress, nil)
  }

  deinit {
    pthread_cond_destroy(progress)
    pthread_cond_destroy(arrival)
    pthread_mutex_destroy(lock)
    progress.deallocate()
    arrival.deallocate()
    lock.deallocate()
  }

  func add(_ pages: [Page]) {
    change {
      $0.waiting += pages
      $0.count += pages.count
    }
  }

  func marked(_ marks: [ContentMark]) { change { $0.painted.append(marks) } }

  func close() { change { $0.isClosed = true } }

  func abandon() {
    change {
      $0.isClosed = true
      $0.isAbandoned = true
    }
  }

  private func change(_ change: (PageQueue) -> Void) {
    pthread_mutex_lock(lock)
    change(self)
    pthread_cond_signal(arrival)
    if isClosed { pthread_cond_signal(progress) }
    pthread_mutex_unlock(lock)
  }

  /// The pages that have come since; nothing after the last.
  func next() -> [Page]? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty, !isClosed { pthread_cond_wait(arrival, lock) }
    if waiting.isEmpty || isAbandoned { return nil }
    defer { waiting = [] }
    return waiting
  }

  /// What was painted on all pages; nothing when they will not all be painted.
  func marks() -> [[ContentMark]]? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while painted.count < count, !isAbandoned { pthread_cond_wait(progress, lock) }
    return painted.count == count ? painted : nil
  }
}
