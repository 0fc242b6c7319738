#include "CPNGWriter.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

struct png_rows {
  png_structp png;
  png_infop info;
  png_rows_sink sink;
  void *context;
  char message[160];
};

static void on_error(png_structp png, png_const_charp text) {
  png_rows *rows = png_get_error_ptr(png);
  snprintf(rows->message, sizeof rows->message, "%s", text);
  longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void on_bytes(png_structp png, png_bytep bytes, png_size_t count) {
  png_rows *rows = png_get_io_ptr(png);
  if (rows->sink(rows->context, bytes, count) != 0) png_error(png, "the output could not be written");
}

static void on_flush(png_structp png) { (void)png; }

png_rows *png_rows_open(uint32_t width, uint32_t height, double dots_per_inch, int level, int filter_up,
                        png_rows_sink sink, void *context) {
  png_rows *rows = calloc(1, sizeof *rows);
  if (rows == NULL) return NULL;
  rows->sink = sink;
  rows->context = context;
  rows->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, rows, on_error, on_warning);
  rows->info = rows->png != NULL ? png_create_info_struct(rows->png) : NULL;
  if (rows->info == NULL) {
    png_rows_free(rows);
    return NULL;
  }
  if (setjmp(png_jmpbuf(rows->png))) return rows;
  const png_uint_32 per_metre = (png_uint_32)(dots_per_inch / 0.0254 + 0.5);
  png_set_write_fn(rows->png, rows, on_bytes, on_flush);
  png_set_IHDR(rows->png, rows->info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(rows->png, rows->info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_sRGB(rows->png, rows->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_filter(rows->png, 0, filter_up ? PNG_FILTER_UP : PNG_FILTER_NONE);
  png_set_compression_level(rows->png, level);
  png_write_info(rows->png, rows->info);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  png_set_filler(rows->png, 0, PNG_FILLER_AFTER);
  png_set_bgr(rows->png);
#else
  png_set_filler(rows->png, 0, PNG_FILLER_BEFORE);
#endif
  return rows;
}

int png_rows_add(png_rows *rows, const uint8_t *first, size_t stride, uint32_t count) {
  if (rows->message[0] != 0 || setjmp(png_jmpbuf(rows->png))) return -1;
  for (uint32_t y = 0; y < count; y++) png_write_row(rows->png, first + y * stride);
  return 0;
}

int png_rows_finish(png_rows *rows) {
  if (rows->message[0] != 0 || setjmp(png_jmpbuf(rows->png))) return -1;
  png_write_end(rows->png, rows->info);
  return 0;
}

const char *png_rows_error(const png_rows *rows) { return rows->message; }

void png_rows_free(png_rows *rows) {
  if (rows == NULL) return;
  if (rows->png != NULL) png_destroy_write_struct(&rows->png, &rows->info);
  free(rows);
}
