#pragma once
#include <stddef.h>

/// libqpdf's C interface as a table. On Linux the library is part of the program; elsewhere it is opened when
/// the first PDF is to be finished. What is declared here is what is used of qpdf/qpdf-c.h, whose words say
/// what each function does.
typedef struct qpdf_owner *qpdf_file;
/// A handle of an object, good until it is released.
typedef unsigned int qpdf_object;

enum { qpdf_status_has_errors = 2 };
enum { qpdf_error_password = 4 };
enum { qpdf_decode_none = 0, qpdf_decode_all = 3 };
enum { qpdf_streams_disabled = 0, qpdf_streams_generated = 2 };

typedef struct qpdf_functions {
  const char *_Nonnull (*_Nonnull version)(void);
  qpdf_file _Nullable (*_Nonnull open)(void);
  void (*_Nonnull close)(qpdf_file _Nullable *_Nonnull);
  void (*_Nonnull silence_errors)(qpdf_file _Nonnull);
  void (*_Nonnull suppress_warnings)(qpdf_file _Nonnull, int);
  int (*_Nonnull has_error)(qpdf_file _Nonnull);
  int (*_Nonnull has_warnings)(qpdf_file _Nonnull);
  void *_Nullable (*_Nonnull next_warning)(qpdf_file _Nonnull);
  void *_Nullable (*_Nonnull error)(qpdf_file _Nonnull);
  int (*_Nonnull error_code)(qpdf_file _Nonnull, void *_Nullable);
  const char *_Nonnull (*_Nonnull error_text)(qpdf_file _Nonnull, void *_Nullable);

  int (*_Nonnull read)(qpdf_file _Nonnull, const char *_Nonnull name, const char *_Nullable bytes,
                       unsigned long long count, const char *_Nullable password);
  int (*_Nonnull empty)(qpdf_file _Nonnull);
  int (*_Nonnull page_count)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull page)(qpdf_file _Nonnull, size_t index);
  qpdf_object (*_Nonnull root)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull trailer)(qpdf_file _Nonnull);

  qpdf_object (*_Nonnull parse)(qpdf_file _Nonnull, const char *_Nonnull syntax);
  qpdf_object (*_Nonnull null)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull new_array)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull new_dictionary)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull new_integer)(qpdf_file _Nonnull, long long);
  qpdf_object (*_Nonnull new_name)(qpdf_file _Nonnull, const char *_Nonnull);
  void (*_Nonnull append)(qpdf_file _Nonnull, qpdf_object array, qpdf_object item);
  qpdf_object (*_Nonnull reference)(qpdf_file _Nonnull, int number, int generation);
  qpdf_object (*_Nonnull add)(qpdf_file _Nonnull, qpdf_object);
  void (*_Nonnull put)(qpdf_file _Nonnull, int number, int generation, qpdf_object);
  qpdf_object (*_Nonnull copy)(qpdf_file _Nonnull, qpdf_file _Nonnull other, qpdf_object of_other);
  int (*_Nonnull number)(qpdf_file _Nonnull, qpdf_object);
  void (*_Nonnull release)(qpdf_file _Nonnull, qpdf_object);

  int (*_Nonnull is_dictionary)(qpdf_file _Nonnull, qpdf_object);
  int (*_Nonnull is_array)(qpdf_file _Nonnull, qpdf_object);
  int (*_Nonnull is_stream)(qpdf_file _Nonnull, qpdf_object);
  int (*_Nonnull is_named)(qpdf_file _Nonnull, qpdf_object, const char *_Nonnull);
  int (*_Nonnull has)(qpdf_file _Nonnull, qpdf_object, const char *_Nonnull);
  qpdf_object (*_Nonnull get)(qpdf_file _Nonnull, qpdf_object, const char *_Nonnull);
  void (*_Nonnull set)(qpdf_file _Nonnull, qpdf_object, const char *_Nonnull, qpdf_object);
  void (*_Nonnull remove)(qpdf_file _Nonnull, qpdf_object, const char *_Nonnull);
  void (*_Nonnull begin_keys)(qpdf_file _Nonnull, qpdf_object);
  int (*_Nonnull has_more_keys)(qpdf_file _Nonnull);
  const char *_Nonnull (*_Nonnull next_key)(qpdf_file _Nonnull);
  int (*_Nonnull count)(qpdf_file _Nonnull, qpdf_object);
  qpdf_object (*_Nonnull item)(qpdf_file _Nonnull, qpdf_object, int index);
  double (*_Nonnull value)(qpdf_file _Nonnull, qpdf_object);
  const char *_Nonnull (*_Nonnull text)(qpdf_file _Nonnull, qpdf_object);
  int (*_Nonnull is_name)(qpdf_file _Nonnull, qpdf_object);
  const char *_Nonnull (*_Nonnull name)(qpdf_file _Nonnull, qpdf_object);

  qpdf_object (*_Nonnull new_stream)(qpdf_file _Nonnull);
  qpdf_object (*_Nonnull dictionary)(qpdf_file _Nonnull, qpdf_object);
  void (*_Nonnull set_data)(qpdf_file _Nonnull, qpdf_object, const unsigned char *_Nullable, size_t,
                            qpdf_object filter, qpdf_object parameters);
  int (*_Nonnull data)(qpdf_file _Nonnull, qpdf_object, int decoding, int *_Nullable filtered,
                       unsigned char *_Nullable *_Nonnull bytes, size_t *_Nonnull count);
  int (*_Nonnull page_content)(qpdf_file _Nonnull, qpdf_object page, unsigned char *_Nullable *_Nonnull bytes,
                               size_t *_Nonnull count);

  int (*_Nonnull write_to_memory)(qpdf_file _Nonnull);
  void (*_Nonnull force_version)(qpdf_file _Nonnull, const char *_Nonnull);
  void (*_Nonnull object_streams)(qpdf_file _Nonnull, int mode);
  void (*_Nonnull newline_before_endstream)(qpdf_file _Nonnull, int);
  void (*_Nonnull deterministic_id)(qpdf_file _Nonnull, int);
  int (*_Nonnull write)(qpdf_file _Nonnull);
  size_t (*_Nonnull written_count)(qpdf_file _Nonnull);
  const unsigned char *_Nullable (*_Nonnull written)(qpdf_file _Nonnull);
} qpdf_functions;

/// Opens the library where it is no part of the program, at the first call, on any thread; null when there is
/// none on this machine.
const qpdf_functions *_Nullable qpdf_load(void);
