import PageModel

/// The standard structure types of PDF 1.7 for the kinds of elements.
enum StructureTypes {
  static func name(_ kind: StructureTree.Kind) -> String {
    switch kind {
    case .container(let kind): name(kind)
    case .leaf(let kind): name(kind)
    }
  }

  private static func name(_ kind: StructureTree.ContainerKind) -> String {
    switch kind {
    case .document: "Document"
    case .section: "Sect"
    case .quotation: "BlockQuote"
    case .list: "L"
    case .item: "LI"
    case .itemBody: "LBody"
    case .table: "Table"
    case .row: "TR"
    case .contents: "TOC"
    case .mentions: "P"
    case .headCell: "TH"
    case .cell: "TD"
    }
  }

  private static func name(_ kind: StructureTree.LeafKind) -> String {
    switch kind {
    case .heading1: "H1"
    case .heading2: "H2"
    case .heading3: "H3"
    case .heading4: "H4"
    case .paragraph: "P"
    case .caption: "Caption"
    case .code: "Code"
    case .label: "Lbl"
    case .itemText: "LBody"
    case .headCell: "TH"
    case .cell: "TD"
    case .entry: "TOCI"
    case .figure: "Figure"
    case .sign: "Span"
    case .pages: "Reference"
    }
  }

  static func name(_ scope: StructureTree.Scope) -> String {
    switch scope {
    case .column: "Column"
    case .row: "Row"
    case .both: "Both"
    }
  }
}
