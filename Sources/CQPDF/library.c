#include "CQPDF.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static qpdf_functions functions;
static bool is_whole;

static void load(void) {
#ifdef __APPLE__
  static const char *const files[] = {"libqpdf.dylib", "/opt/homebrew/lib/libqpdf.dylib",
                                      "/usr/local/lib/libqpdf.dylib"};
#else
  static const char *const files[] = {"libqpdf.so.29", "libqpdf.so.30"};
#endif
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof files / sizeof *files; i++)
    library = dlopen(files[i], RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return;
  // In the order of the structure's members.
  static const char *const names[] = {
      "qpdf_get_qpdf_version", "qpdf_init", "qpdf_cleanup", "qpdf_silence_errors",
      "qpdf_set_suppress_warnings", "qpdf_has_error", "qpdf_more_warnings", "qpdf_next_warning", "qpdf_get_error", "qpdf_get_error_code",
      "qpdf_get_error_full_text",
      "qpdf_read_memory", "qpdf_get_num_pages", "qpdf_get_page_n", "qpdf_get_root", "qpdf_get_trailer",
      "qpdf_oh_parse", "qpdf_oh_new_null", "qpdf_oh_new_array", "qpdf_oh_new_dictionary",
      "qpdf_oh_new_integer", "qpdf_oh_new_name", "qpdf_oh_append_item",
      "qpdf_get_object_by_id", "qpdf_make_indirect_object", "qpdf_replace_object",
      "qpdf_oh_get_object_id", "qpdf_oh_release",
      "qpdf_oh_is_dictionary", "qpdf_oh_is_array", "qpdf_oh_is_stream", "qpdf_oh_is_name_and_equals",
      "qpdf_oh_has_key", "qpdf_oh_get_key", "qpdf_oh_replace_key", "qpdf_oh_remove_key",
      "qpdf_oh_begin_dict_key_iter", "qpdf_oh_dict_more_keys", "qpdf_oh_dict_next_key",
      "qpdf_oh_get_array_n_items", "qpdf_oh_get_array_item", "qpdf_oh_get_numeric_value",
      "qpdf_oh_get_utf8_value", "qpdf_oh_is_name", "qpdf_oh_get_name",
      "qpdf_oh_new_stream", "qpdf_oh_get_dict", "qpdf_oh_replace_stream_data", "qpdf_oh_get_stream_data",
      "qpdf_oh_get_page_content_data",
      "qpdf_init_write_memory", "qpdf_force_pdf_version", "qpdf_set_object_stream_mode",
      "qpdf_set_newline_before_endstream", "qpdf_set_deterministic_ID", "qpdf_write",
      "qpdf_get_buffer_length", "qpdf_get_buffer",
  };
  _Static_assert(sizeof names / sizeof *names == sizeof functions / sizeof(void *), "a name a member");
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *found = dlsym(library, names[i]);
    if (found == NULL) return;
    memcpy((char *)&functions + i * sizeof found, &found, sizeof found);
  }
  is_whole = true;
}

const qpdf_functions *qpdf_load(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_whole ? &functions : NULL;
}
