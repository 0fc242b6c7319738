import CairoBackend
import PageModel
import SVGBackend

/// The files of a document that hold one page each: PNG and SVG.
struct PageFiles {
  let document: Document
  let place: PrintPlace

  func writePNG(dotsPerInch: Double, isSmall: Bool) throws(Press.Failure) -> [String] {
    let files = paths(.png)
    for (page, path) in zip(document.pages, files) { try write(page, path, dotsPerInch, isSmall) }
    return files
  }

  func writeSVG(outlinesText: Bool) throws(Press.Failure) -> [String] {
    let pictures = document.pictures.map {
      SVGPicture(address: PictureAddress.unturned($0), shape: $0.shape, orientation: $0.orientation)
    }
    let letters =
      outlinesText ? SVGPainting.Letters.outlines(CairoOutliner()) : .text(fonts: FontNames.name)
    let use = SVGPainting.Use.file(
      title: document.title, description: document.subject, language: document.language)
    let files = paths(.svg)
    for (page, path) in zip(document.pages, files) {
      let text = SVGPainting.svg(of: page, as: use, letters: letters, pictures: { pictures[$0.index] })
      do { try Disk.replace(path, with: Array(text.utf8)) } catch { throw .disk(error) }
    }
    return files
  }

  /// Straight to the disk: a photograph on a wall poster is no small thing to keep in memory.
  private func write(
    _ page: Page, _ path: String, _ dotsPerInch: Double, _ isSmall: Bool
  ) throws(Press.Failure) {
    let file: FileReplacement
    do { file = try FileReplacement(of: path) } catch { throw .disk(error) }
    do {
      try PNGWriter.write(
        page, pictures: document.pictures, dotsPerInch: dotsPerInch, isSmall: isSmall,
        to: { file.add($0) })
    } catch {
      throw file.failure.map { .disk($0) } ?? .backend(error)
    }
    do { try file.finish() } catch { throw .disk(error) }
  }

  func paths(_ format: PrintRequest.Format) -> [String] { place.pages(document.pages.count, as: format) }
}
