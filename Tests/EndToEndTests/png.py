"""Reads PNG files without a library for pictures: png.py file.png ...; the answer is a list of what each one is.

Knows what canvaspress writes: 8-bit RGB, rows without a filter or filtered by the row above. `coloured` counts the rows that hold
a pixel whose red, green and blue differ; `pixels` is a digest of all pixels.
"""
import hashlib
import json
import struct
import sys
import zlib


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    place, names, packed, found = 8, [], b"", {}
    while place < len(data):
        size, name = struct.unpack(">I4s", data[place : place + 8])
        body = data[place + 8 : place + 8 + size]
        (sum_,) = struct.unpack(">I", data[place + 8 + size : place + 12 + size])
        assert sum_ == zlib.crc32(name + body), f"the sum of {name}"
        if name == b"IDAT":
            packed += body
        else:
            found[name.decode()] = body
        if not names or names[-1] != name.decode():
            names.append(name.decode())
        place += 12 + size
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", found["IHDR"])
    assert (depth, kind, interlaced) == (8, 2, 0), "not 8-bit RGB"
    raw = zlib.decompress(packed)
    length = 1 + width * 3
    assert len(raw) == length * height, "too few or too many rows"
    digest, coloured, filters, above = hashlib.sha256(), 0, set(), bytes(length - 1)
    for start in range(0, len(raw), length):
        row, kind = raw[start + 1 : start + length], raw[start]
        filters.add(kind)
        if kind == 2:
            row = bytes((one + two) & 255 for one, two in zip(row, above))
        assert kind in (0, 2), "another filter"
        digest.update(row)
        coloured += not row[0::3] == row[1::3] == row[2::3]
        above = row
    across, down, unit = struct.unpack(">IIB", found["pHYs"])
    return {
        "chunks": names,
        "width": width,
        "height": height,
        "perMetre": across if across == down and unit == 1 else 0,
        "intent": found["sRGB"][0],
        "filters": sorted(filters),
        "coloured": coloured,
        "pixels": digest.hexdigest(),
    }


print(json.dumps([read(path) for path in sys.argv[1:]]))
