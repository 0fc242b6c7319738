#pragma once
#include <stddef.h>
#include <stdint.h>

/// A PNG file being written a band of rows at a time, each on a thread of its own while the caller draws the next. libpng
/// reports errors by longjmp, which must not cross Swift frames: here every call returns 0, or -1 and then
/// `png_rows_error` says why.
typedef struct png_rows png_rows;

/// Takes the next bytes of the file, on any thread, never on two at once; anything but 0 stops the writing.
typedef int (*png_rows_sink)(void *_Nullable context, const uint8_t *_Nonnull bytes, size_t count);

/// Starts an 8-bit sRGB picture of a given resolution. `filter_up` costs time and saves bytes; `level` is zlib's.
/// Null when there is no memory.
png_rows *_Nullable png_rows_open(uint32_t width, uint32_t height, double dots_per_inch, int level, int filter_up,
                                  png_rows_sink _Nonnull sink, void *_Nullable context);
/// Waits for the rows before, and begins to write these, in Cairo's RGB24 layout (32 bits a pixel, native byte order).
/// They must stay as they are until the next call.
int png_rows_add(png_rows *_Nonnull rows, const uint8_t *_Nonnull first, size_t stride, uint32_t count);
/// Waits for the last rows and writes the end.
int png_rows_finish(png_rows *_Nonnull rows);
const char *_Nonnull png_rows_error(const png_rows *_Nonnull rows);
/// Waits, whatever has become of the rows.
void png_rows_free(png_rows *_Nullable rows);
