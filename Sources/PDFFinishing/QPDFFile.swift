import CQPDF
import Glibc

/// A PDF in libqpdf's hands, given back with this value. Objects are handles, released all at once with the file; what is
/// made in thousands is released by the one who makes it.
struct QPDFFile: ~Copyable {
  typealias Object = qpdf_object

  /// Of a status, the bit that something went wrong.
  private static let errors = Int32(qpdf_status_has_errors)

  private let qpdf: qpdf_functions
  private let file: qpdf_file
  /// libqpdf reads from here for as long as it has the file.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// Opens the library, which takes some milliseconds the first time, so that nobody waits for it later.
  static func preload() { _ = qpdf_load() }

  static var version: String? { qpdf_load().map { String(cString: $0.pointee.version()) } }

  static func read(_ bytes: [UInt8]) throws(PDFError) -> QPDFFile {
    guard let functions = qpdf_load()?.pointee else { throw .libraryMissing }
    guard let owner = functions.open() else { throw .library("out of memory") }
    let file = QPDFFile(functions, owner, holding: bytes)
    guard functions.read(owner, "PDF", file.source.baseAddress, UInt64(bytes.count), nil) & errors == 0 else {
      throw file.failure()
    }
    return file
  }

  /// A file without pages, for those who put everything into it.
  static func empty() throws(PDFError) -> QPDFFile {
    guard let functions = qpdf_load()?.pointee else { throw .libraryMissing }
    guard let owner = functions.open() else { throw .library("out of memory") }
    let file = QPDFFile(functions, owner, holding: [])
    guard functions.empty(owner) & errors == 0 else { throw file.failure() }
    return file
  }

  private init(_ functions: qpdf_functions, _ owner: qpdf_file, holding bytes: [UInt8]) {
    qpdf = functions
    file = owner
    source = .allocate(capacity: bytes.count)
    _ = source.withMemoryRebound(to: UInt8.self) { $0.initialize(from: bytes) }
    functions.silence_errors(owner)
    functions.suppress_warnings(owner, 1)
  }

  deinit {
    var file: qpdf_file? = file
    qpdf.close(&file)
    source.deallocate()
  }

  /// What went wrong since the last look, if anything did: libqpdf goes on after errors of type.
  func check() throws(PDFError) {
    if qpdf.has_error(file) != 0 { throw failure() }
  }

  private func failure() -> PDFError {
    guard let error = qpdf.error(file) else { return .library("unknown error") }
    if qpdf.error_code(file, error) == qpdf_error_password { return .encrypted }
    return .library(String(cString: qpdf.error_text(file, error)))
  }

  // MARK: The file

  var pageCount: Int { Int(qpdf.page_count(file)) }
  var root: Object { qpdf.root(file) }
  var trailer: Object { qpdf.trailer(file) }
  /// From 0; of a file that was read.
  func page(_ index: Int) -> Object { qpdf.page(file, index) }

  // MARK: Objects

  /// A value as an object, to be released by whoever asks for thousands.
  func make(_ value: PDFValue) -> Object {
    switch value {
    case .syntax(let syntax): return qpdf.parse(file, syntax)
    case .reference(let number): return qpdf.reference(file, Int32(number), 0)
    case .array(let values):
      let array = qpdf.new_array(file)
      for value in values {
        let item = make(value)
        qpdf.append(file, array, item)
        qpdf.release(file, item)
      }
      return array
    case .integer(let number): return qpdf.new_integer(file, Int64(number))
    case .name(let name): return qpdf.new_name(file, name)
    case .dictionary(let syntax, let entries):
      let dictionary = syntax.map { qpdf.parse(file, $0) } ?? qpdf.new_dictionary(file)
      for (key, value) in entries {
        let item = make(value)
        qpdf.set(file, dictionary, key, item)
        qpdf.release(file, item)
      }
      return dictionary
    }
  }

  /// Gives a value a number of its own.
  func add(_ value: PDFValue) -> Int {
    let object = make(value)
    let added = qpdf.add(file, object)
    defer {
      qpdf.release(file, object)
      qpdf.release(file, added)
    }
    return number(added)
  }

  /// The object itself where it has a number, else the same with one.
  func numbered(_ object: Object) -> Object { number(object) == 0 ? qpdf.add(file, object) : object }

  /// The number by which others refer to it; 0 for what is part of another object.
  func number(_ object: Object) -> Int { Int(qpdf.number(file, object)) }
  /// What stands behind a number from now on.
  func put(_ value: PDFValue, at number: Int) {
    let object = make(value)
    qpdf.put(file, Int32(number), 0, object)
    qpdf.release(file, object)
  }

  /// The object behind a number.
  func object(_ number: Int) -> Object { qpdf.reference(file, Int32(number), 0) }

  /// Takes over an object that has a number in another file, with everything that it refers to but pages; what several
  /// refer to comes once. Streams are read from the other file when this one is written: it must be there until then.
  func copy(_ object: Object, from other: borrowing QPDFFile) -> Object {
    qpdf.copy(file, other.file, object)
  }

  /// Numbers in a row for what is put behind them later; the first of them. An empty dictionary stands there until
  /// then, because an entry that refers to null is taken for none.
  func reserve(_ count: Int) -> Int {
    let numbers = (0..<count).map { _ in add(.dictionary(nil, [])) }
    return numbers.first ?? 0
  }

  func isDictionary(_ object: Object) -> Bool { qpdf.is_dictionary(file, object) != 0 }
  func isArray(_ object: Object) -> Bool { qpdf.is_array(file, object) != 0 }
  func isStream(_ object: Object) -> Bool { qpdf.is_stream(file, object) != 0 }
  func isName(_ object: Object, _ name: String) -> Bool { qpdf.is_named(file, object, name) != 0 }

  func has(_ dictionary: Object, _ key: String) -> Bool { qpdf.has(file, dictionary, key) != 0 }
  func get(_ dictionary: Object, _ key: String) -> Object { qpdf.get(file, dictionary, key) }
  /// Nothing where the key is not.
  func find(_ dictionary: Object, _ key: String) -> Object? {
    isDictionary(dictionary) && has(dictionary, key) ? get(dictionary, key) : nil
  }
  func set(_ dictionary: Object, _ key: String, _ value: PDFValue) {
    let object = make(value)
    qpdf.set(file, dictionary, key, object)
    qpdf.release(file, object)
  }
  func set(_ dictionary: Object, _ key: String, _ object: Object) { qpdf.set(file, dictionary, key, object) }
  func remove(_ dictionary: Object, _ key: String) { qpdf.remove(file, dictionary, key) }

  func keys(_ dictionary: Object) -> [String] {
    guard isDictionary(dictionary) else { return [] }
    qpdf.begin_keys(file, dictionary)
    var keys: [String] = []
    while qpdf.has_more_keys(file) != 0 { keys.append(String(cString: qpdf.next_key(file))) }
    return keys
  }

  func items(_ array: Object) -> [Object] {
    guard isArray(array) else { return [] }
    return (0..<qpdf.count(file, array)).map { qpdf.item(file, array, $0) }
  }

  func value(_ number: Object) -> Double { qpdf.value(file, number) }
  /// A text string, in whatever encoding it is.
  func text(_ string: Object) -> String { String(cString: qpdf.text(file, string)) }

  /// A name with its slash; nothing of anything else.
  func name(_ object: Object) -> String? {
    qpdf.is_name(file, object) == 0 ? nil : String(cString: qpdf.name(file, object))
  }

  // MARK: Streams

  /// A stream of its own with what else its dictionary says, `/N 3`; its number.
  func addStream(_ bytes: [UInt8], _ entries: [(key: String, value: PDFValue)] = []) -> Int {
    let stream = qpdf.new_stream(file)
    replaceData(stream, bytes)
    let dictionary = dictionary(stream)
    for entry in entries { set(dictionary, entry.key, entry.value) }
    return number(stream)
  }

  func dictionary(_ stream: Object) -> Object { qpdf.dictionary(file, stream) }

  /// With a filter, the bytes are what it makes of the data.
  func replaceData(_ stream: Object, _ bytes: [UInt8], filter: PDFValue = "null") {
    let filter = make(filter)
    qpdf.set_data(file, stream, bytes, bytes.count, filter, qpdf.null(file))
    qpdf.release(file, filter)
  }

  /// What a stream holds, without its compression.
  func data(_ stream: Object) throws(PDFError) -> [UInt8] {
    try taken { bytes, count in
      qpdf.data(file, stream, Int32(qpdf_decode_all), nil, bytes, count)
    }
  }

  /// What a stream holds as it stands in the file, compressed or not.
  func rawData(_ stream: Object) throws(PDFError) -> [UInt8] {
    try taken { bytes, count in
      qpdf.data(file, stream, Int32(qpdf_decode_none), nil, bytes, count)
    }
  }

  /// What a stream holds, if it is whole: libqpdf gives what it can read of a damaged one and only warns.
  func wholeData(_ stream: Object) throws(PDFError) -> [UInt8] {
    while qpdf.has_warnings(file) != 0 { _ = qpdf.next_warning(file) }
    let data = try data(stream)
    guard qpdf.has_warnings(file) == 0 else {
      guard let warning = qpdf.next_warning(file) else { throw .library("damaged stream") }
      throw .library(String(cString: qpdf.error_text(file, warning)))
    }
    return data
  }

  /// What is painted on a page.
  func content(_ page: Object) throws(PDFError) -> [UInt8] {
    try taken { bytes, count in qpdf.page_content(file, page, bytes, count) }
  }

  /// Bytes that libqpdf gives away.
  private func taken(
    _ give: (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>, UnsafeMutablePointer<Int>) -> Int32
  ) throws(PDFError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = give(&bytes, &count)
    defer { free(bytes) }
    guard status & Self.errors == 0 else { throw failure() }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  // MARK: Writing

  /// The file from its root; what nothing refers to is left out.
  func written(version: String, packsObjects: Bool) throws(PDFError) -> [UInt8] {
    guard qpdf.write_to_memory(file) & Self.errors == 0 else { throw failure() }
    qpdf.force_version(file, version)
    qpdf.object_streams(file, Int32(packsObjects ? qpdf_streams_generated : qpdf_streams_disabled))
    qpdf.newline_before_endstream(file, 1)
    qpdf.deterministic_id(file, 1)
    guard qpdf.write(file) & Self.errors == 0 else { throw failure() }
    try check()
    return Array(UnsafeBufferPointer(start: qpdf.written(file), count: qpdf.written_count(file)))
  }
}
