"""Reads a list of Markdown texts as GitHub does and prints the tree of each as XML.

In a process of its own: the library keeps a table that all its readers change, so two may not read at once.
"""
import ctypes
import ctypes.util
import json
import sys

FOOTNOTES, UNSAFE = 1 << 13, 1 << 17


def library(name):
    return ctypes.CDLL(ctypes.util.find_library(name) or f"lib{name}.so", ctypes.RTLD_GLOBAL)


core, extensions = library("cmark-gfm"), library("cmark-gfm-extensions")
extensions.cmark_gfm_core_extensions_ensure_registered()
for name in ["parser_new", "find_syntax_extension", "parser_finish"]:
    getattr(core, "cmark_" + name).restype = ctypes.c_void_p
core.cmark_render_xml.restype = ctypes.c_char_p


def tree(text):
    data = text.encode()
    parser = ctypes.c_void_p(core.cmark_parser_new(FOOTNOTES | UNSAFE))
    for name in [b"table", b"strikethrough", b"autolink", b"tasklist"]:
        extension = ctypes.c_void_p(core.cmark_find_syntax_extension(name))
        core.cmark_parser_attach_syntax_extension(parser, extension)
    core.cmark_parser_feed(parser, data, ctypes.c_size_t(len(data)))
    root = ctypes.c_void_p(core.cmark_parser_finish(parser))
    # Footnotes are more than it can say in XML.
    xml = core.cmark_render_xml(root, 0).decode().replace("<unknown>", "footnote")
    core.cmark_node_free(root)
    core.cmark_parser_free(parser)
    return xml


with open(sys.argv[1], encoding="utf-8") as file:
    json.dump([tree(text) for text in json.load(file)], sys.stdout)
