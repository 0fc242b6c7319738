#pragma once
#include <stddef.h>
#include <stdint.h>

/// SVG drawings by librsvg, which is opened at the first of them: linked, it would be paid for at every start.
struct _cairo;

typedef enum svg_status {
  SVG_FINE,
  SVG_DAMAGED,
  /// librsvg 2.52 or later is not on this machine.
  SVG_UNAVAILABLE,
} svg_status;

/// A drawing and its size in CSS pixels, both more than nothing. Whoever opens it closes it.
typedef struct svg_drawing {
  void *_Nullable handle;
  double width;
  double height;
} svg_drawing;

/// Files and addresses that the drawing refers to are never read, because it has no place of its own.
svg_status svg_open(const uint8_t *_Nonnull bytes, size_t count, svg_drawing *_Nonnull drawing);
/// Draws at the origin, a pixel a unit.
svg_status svg_draw(const svg_drawing *_Nonnull drawing, struct _cairo *_Nonnull context);
void svg_close(svg_drawing *_Nonnull drawing);

/// The version as 1.2.3; null when there is no librsvg.
const char *_Nullable svg_version(void);
