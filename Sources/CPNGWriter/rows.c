#include "CPNGWriter.h"

#include <png.h>
#include <CThreads.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct png_rows {
  png_structp png;
  png_infop info;
  png_rows_sink sink;
  void *context;
  uint32_t width;
  uint8_t *row;
  /* The band that the thread writes. */
  const uint8_t *first;
  size_t stride;
  uint32_t count;
  pthread_t thread;
  int is_writing;
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

/* From Cairo's pixels to three bytes each: quicker than libpng's own transformations, one after the other. */
static void pack(const uint8_t *from, uint8_t *to, uint32_t width) {
  for (uint32_t x = 0; x < width; x++, from += 4, to += 3) {
    uint32_t pixel;
    memcpy(&pixel, from, 4);
    to[0] = (uint8_t)(pixel >> 16);
    to[1] = (uint8_t)(pixel >> 8);
    to[2] = (uint8_t)pixel;
  }
}

static void *write_band(void *argument) {
  png_rows *rows = argument;
  if (setjmp(png_jmpbuf(rows->png))) return NULL;
  for (uint32_t y = 0; y < rows->count; y++) {
    const uint8_t *from = rows->first + y * rows->stride;
    /* Paper is mostly rows that repeat. */
    if (y == 0 || memcmp(from, from - rows->stride, (size_t)rows->width * 4) != 0) pack(from, rows->row, rows->width);
    png_write_row(rows->png, rows->row);
  }
  return NULL;
}

static void wait_for_band(png_rows *rows) {
  if (rows->is_writing) pthread_join(rows->thread, NULL);
  rows->is_writing = 0;
}

png_rows *png_rows_open(uint32_t width, uint32_t height, double dots_per_inch, int level, int filter_up,
                        png_rows_sink sink, void *context) {
  png_rows *rows = calloc(1, sizeof *rows);
  if (rows == NULL) return NULL;
  rows->sink = sink;
  rows->context = context;
  rows->width = width;
  rows->row = malloc((size_t)width * 3);
  rows->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, rows, on_error, on_warning);
  rows->info = rows->png != NULL ? png_create_info_struct(rows->png) : NULL;
  if (rows->info == NULL || rows->row == NULL) {
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
  png_set_compression_buffer_size(rows->png, 1 << 16);
  png_write_info(rows->png, rows->info);
  return rows;
}

int png_rows_add(png_rows *rows, const uint8_t *first, size_t stride, uint32_t count) {
  wait_for_band(rows);
  if (rows->message[0] != 0) return -1;
  rows->first = first;
  rows->stride = stride;
  rows->count = count;
  rows->is_writing = thread_begin(&rows->thread, write_band, rows) == 0;
  if (rows->is_writing) return 0;
  write_band(rows);
  return rows->message[0] != 0 ? -1 : 0;
}

int png_rows_finish(png_rows *rows) {
  wait_for_band(rows);
  if (rows->message[0] != 0 || setjmp(png_jmpbuf(rows->png))) return -1;
  png_write_end(rows->png, rows->info);
  return 0;
}

const char *png_rows_error(const png_rows *rows) { return rows->message; }

void png_rows_free(png_rows *rows) {
  if (rows == NULL) return;
  wait_for_band(rows);
  if (rows->png != NULL) png_destroy_write_struct(&rows->png, &rows->info);
  free(rows->row);
  free(rows);
}
