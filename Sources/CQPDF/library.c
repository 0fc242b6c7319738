#include "CQPDF.h"

/// What stands in qpdf_functions, in its order, under libqpdf's names.
#define QPDF_FUNCTIONS(each)                                                                               \
  each(qpdf_get_qpdf_version) each(qpdf_init) each(qpdf_cleanup) each(qpdf_silence_errors)                 \
  each(qpdf_set_suppress_warnings) each(qpdf_has_error) each(qpdf_more_warnings) each(qpdf_next_warning)   \
  each(qpdf_get_error) each(qpdf_get_error_code) each(qpdf_get_error_full_text)                            \
  each(qpdf_read_memory) each(qpdf_empty_pdf) each(qpdf_get_num_pages) each(qpdf_get_page_n)               \
  each(qpdf_get_root) each(qpdf_get_trailer)                                                               \
  each(qpdf_oh_parse) each(qpdf_oh_new_null) each(qpdf_oh_new_array) each(qpdf_oh_new_dictionary)          \
  each(qpdf_oh_new_integer) each(qpdf_oh_new_name) each(qpdf_oh_append_item)                               \
  each(qpdf_get_object_by_id) each(qpdf_make_indirect_object) each(qpdf_replace_object)                    \
  each(qpdf_oh_copy_foreign_object) each(qpdf_oh_get_object_id) each(qpdf_oh_release)                      \
  each(qpdf_oh_is_dictionary) each(qpdf_oh_is_array) each(qpdf_oh_is_stream)                               \
  each(qpdf_oh_is_name_and_equals)                                                                         \
  each(qpdf_oh_has_key) each(qpdf_oh_get_key) each(qpdf_oh_replace_key) each(qpdf_oh_remove_key)           \
  each(qpdf_oh_begin_dict_key_iter) each(qpdf_oh_dict_more_keys) each(qpdf_oh_dict_next_key)               \
  each(qpdf_oh_get_array_n_items) each(qpdf_oh_get_array_item) each(qpdf_oh_get_numeric_value)             \
  each(qpdf_oh_get_utf8_value) each(qpdf_oh_is_name) each(qpdf_oh_get_name)                                \
  each(qpdf_oh_new_stream) each(qpdf_oh_get_dict) each(qpdf_oh_replace_stream_data)                        \
  each(qpdf_oh_get_stream_data) each(qpdf_oh_get_page_content_data)                                        \
  each(qpdf_init_write_memory) each(qpdf_force_pdf_version) each(qpdf_set_object_stream_mode)              \
  each(qpdf_set_newline_before_endstream) each(qpdf_set_deterministic_ID) each(qpdf_write)                 \
  each(qpdf_get_buffer_length) each(qpdf_get_buffer)

#ifdef __APPLE__

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static qpdf_functions functions;
static bool is_whole;

static void load(void) {
  static const char *const files[] = {"libqpdf.dylib", "/opt/homebrew/lib/libqpdf.dylib",
                                      "/usr/local/lib/libqpdf.dylib"};
  void *library = NULL;
  for (size_t i = 0; library == NULL && i < sizeof files / sizeof *files; i++)
    library = dlopen(files[i], RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return;
#define NAME(function) #function,
  static const char *const names[] = {QPDF_FUNCTIONS(NAME)};
#undef NAME
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

#else

#include <qpdf/qpdf-c.h>

#define ADDRESS(function) (const void *)function,
static const void *const functions[] = {QPDF_FUNCTIONS(ADDRESS)};
#undef ADDRESS
_Static_assert(sizeof functions == sizeof(qpdf_functions), "a function a member");

const qpdf_functions *qpdf_load(void) { return (const qpdf_functions *)functions; }

#endif
