#include "CRSVG.h"

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

// What is used of librsvg's headers, which need not be there.
typedef struct {
  double length;
  int unit;
} rsvg_length;

typedef struct {
  double x, y, width, height;
} rsvg_rectangle;

static struct {
  void *(*open)(const uint8_t *bytes, size_t count, void **error);
  void (*set_dpi)(void *handle, double dpi);
  int (*pixels)(void *handle, double *width, double *height);
  void (*dimensions)(void *handle, int *has_width, rsvg_length *width, int *has_height, rsvg_length *height,
                     int *has_box, rsvg_rectangle *box);
  int (*geometry)(void *handle, const char *id, const rsvg_rectangle *viewport, rsvg_rectangle *ink,
                  rsvg_rectangle *logical, void **error);
  int (*render)(void *handle, struct _cairo *context, const rsvg_rectangle *viewport, void **error);
  void (*unref)(void *object);
  bool is_whole;
  char version[40];
} rsvg;

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"librsvg-2.2.dylib", "/opt/homebrew/lib/librsvg-2.2.dylib",
                                      "/usr/local/lib/librsvg-2.2.dylib"};
#else
  static const char *const names[] = {"librsvg-2.so.2"};
#endif
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  const struct {
    void *place;
    const char *name;
  } functions[] = {
      {&rsvg.open, "rsvg_handle_new_from_data"},
      {&rsvg.set_dpi, "rsvg_handle_set_dpi"},
      {&rsvg.pixels, "rsvg_handle_get_intrinsic_size_in_pixels"},
      {&rsvg.dimensions, "rsvg_handle_get_intrinsic_dimensions"},
      {&rsvg.geometry, "rsvg_handle_get_geometry_for_layer"},
      {&rsvg.render, "rsvg_handle_render_document"},
      {&rsvg.unref, "g_object_unref"},
  };
  rsvg.is_whole = true;
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
    void *found = dlsym(library, functions[i].name);
    memcpy(functions[i].place, &found, sizeof found);
    if (found == NULL) rsvg.is_whole = false;
  }
  const unsigned *major = dlsym(library, "rsvg_major_version");
  const unsigned *minor = dlsym(library, "rsvg_minor_version");
  const unsigned *micro = dlsym(library, "rsvg_micro_version");
  if (major != NULL && minor != NULL && micro != NULL)
    snprintf(rsvg.version, sizeof rsvg.version, "%u.%u.%u", *major, *minor, *micro);
}

static bool is_there(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return rsvg.is_whole;
}

static bool has_size(const svg_drawing *drawing) {
  return isfinite(drawing->width) && isfinite(drawing->height) && drawing->width > 0 && drawing->height > 0;
}

/// The size that the drawing says, else its view box, else as far as its ink goes to the right and down.
static void measure(svg_drawing *drawing) {
  if (rsvg.pixels(drawing->handle, &drawing->width, &drawing->height)) return;
  int has_width = 0, has_height = 0, has_box = 0;
  rsvg_length width, height;
  // What browsers give a drawing without a size.
  const rsvg_rectangle usual = {0, 0, 300, 150};
  rsvg_rectangle box = {0, 0, 0, 0}, logical;
  rsvg.dimensions(drawing->handle, &has_width, &width, &has_height, &height, &has_box, &box);
  if (!has_box && !rsvg.geometry(drawing->handle, NULL, &usual, &box, &logical, NULL)) return;
  drawing->width = has_box ? box.width : box.x + box.width;
  drawing->height = has_box ? box.height : box.y + box.height;
}

svg_status svg_open(const uint8_t *bytes, size_t count, svg_drawing *drawing) {
  *drawing = (svg_drawing){NULL, 0, 0};
  if (!is_there()) return SVG_UNAVAILABLE;
  drawing->handle = rsvg.open(bytes, count, NULL);
  if (drawing->handle == NULL) return SVG_DAMAGED;
  rsvg.set_dpi(drawing->handle, 96);
  measure(drawing);
  if (has_size(drawing)) return SVG_FINE;
  svg_close(drawing);
  return SVG_DAMAGED;
}

svg_status svg_draw(const svg_drawing *drawing, struct _cairo *context) {
  const rsvg_rectangle viewport = {0, 0, drawing->width, drawing->height};
  return rsvg.render(drawing->handle, context, &viewport, NULL) ? SVG_FINE : SVG_DAMAGED;
}

void svg_close(svg_drawing *drawing) {
  if (drawing->handle != NULL) rsvg.unref(drawing->handle);
  drawing->handle = NULL;
}

const char *svg_version(void) { return is_there() ? rsvg.version : NULL; }
