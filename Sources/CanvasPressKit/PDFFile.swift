import CairoBackend
import Diagnostics
import LocatedYAML
import PDFFinishing
import PageModel

/// A document on its way to a PDF: drawn while its pages are still being laid out, or after, and then finished.
struct PDFFile {
  enum Result {
    case finished([UInt8])
    /// What the workbook's author can do something about.
    case refused([Diagnostic])
  }

  let options: PDFOptions
  /// The workbook, when it is to come along.
  let attachment: AttachedFile?

  init(_ options: PDFOptions, workbook: WorkbookFile?) {
    self.options = options
    attachment = options.attachesWorkbook ? workbook.map { $0.attachment } : nil
  }

  /// The whole file; `painter` is the one who has drawn the document's pages, if anyone has.
  func finish(_ document: Document, _ painter: PainterThread?) throws(Press.Failure) -> Result {
    let finisher = PDFFinisher(
      document, as: options.profile, margin: options.margin, attaching: attachment, creator: Release.creator)
    if let painter {
      // Opened here and not on a thread beside the layout: the two would wait for each other's memory.
      PDFFinisher.preload()
      let prepared = try prepare(finisher, try backend { () throws(BackendError) in try painter.marks() })
      let drawn = try backend { () throws(BackendError) in try painter.finish() }
      return try finish(prepared, drawn, document)
    }
    let drawn = try backend { () throws(BackendError) in
      try PDFWriter.draw(document, margin: options.margin)
    }
    return try finish(prepare(finisher, drawn.marks), drawn.bytes, document)
  }

  /// While the pages are still being written, if somebody writes them.
  private func prepare(
    _ finisher: PDFFinisher, _ marks: [[ContentMark]]
  ) throws(Press.Failure) -> PreparedPDF {
    do { return try finisher.prepare(marks, engine: PDFPainting.engine) } catch { throw .pdf(error) }
  }

  private func finish(
    _ prepared: PreparedPDF, _ drawn: [UInt8], _ document: Document
  ) throws(Press.Failure) -> Result {
    do throws(PDFError) {
      return .finished(try prepared.finish(drawn))
    } catch .transparent(let pages) {
      return .refused(transparencies(of: document, pages))
    } catch { throw .pdf(error) }
  }

  private func backend<Value>(
    _ work: () throws(BackendError) -> Value
  ) throws(Press.Failure) -> Value {
    do { return try work() } catch { throw .backend(error) }
  }

  /// What is transparent on pages, or may be: emoji, pictures; each once.
  private func transparencies(of document: Document, _ pages: [Int]) -> [Diagnostic] {
    var said: Set<String> = []
    return pages.flatMap { number -> [Diagnostic] in
      let page = document.pages[number - 1]
      func fault(_ code: String, _ key: String, _ word: String, at place: Span?) -> Diagnostic {
        Diagnostic(fault: code, at: place, [key: .text(word), "page": .count(number)])
      }
      let emoji = page.pictureSigns.map { sign in
        (sign.run.text, fault("pdf/transparent-emoji", "text", sign.run.text, at: sign.origin))
      }
      let pictures = page.items.compactMap { item -> (String, Diagnostic)? in
        guard case .picture(let id, _, _) = item.paint else { return nil }
        let picture = document.pictures[id.index]
        guard picture.mayBeTransparent else { return nil }
        return (picture.path, fault("pdf/transparent-picture", "path", picture.path, at: item.origin))
      }
      let found = emoji + pictures
      if found.isEmpty { return [Diagnostic(fault: "pdf/transparent", at: nil, ["page": .count(number)])] }
      return found.filter { said.insert($0.0).inserted }.map(\.1)
    }
  }
}

extension WorkbookFile {
  /// The workbook as it came, byte for byte.
  fileprivate var attachment: AttachedFile {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return AttachedFile(name: name, bytes: document.file.bytes)
  }
}
