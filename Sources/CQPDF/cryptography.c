#ifndef __APPLE__

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

// What libqpdf.a wants of GnuTLS, so that the program need not be linked with it. Hashes, which every file's
// ID takes, are GLib's, which Pango brings anyway; for encrypted files the library itself is opened.
// Hidden: the real functions are not to find these when they call each other.
#pragma GCC visibility push(hidden)

// GLib's gchecksum.h, as far as it is used here.
typedef struct _GChecksum GChecksum;
enum { glib_md5 = 0, glib_sha256 = 2, glib_sha512 = 3, glib_sha384 = 4 };
#pragma GCC visibility push(default)
GChecksum *g_checksum_new(int type);
void g_checksum_update(GChecksum *, const unsigned char *, ptrdiff_t);
void g_checksum_get_digest(GChecksum *, unsigned char *, size_t *);
void g_checksum_free(GChecksum *);
#pragma GCC visibility pop

// Numbers and results of gnutls.h and crypto.h.
enum { gnutls_md5 = 2, gnutls_sha256 = 6, gnutls_sha384 = 7, gnutls_sha512 = 8 };
enum { unknown_hash = -96, unsupported = -1250 };

typedef struct {
  GChecksum *sum;
  size_t size;
} hash;

int gnutls_hash_init(hash **handle, int algorithm) {
  int type;
  size_t size;
  switch (algorithm) {
  case gnutls_md5: type = glib_md5, size = 16; break;
  case gnutls_sha256: type = glib_sha256, size = 32; break;
  case gnutls_sha384: type = glib_sha384, size = 48; break;
  case gnutls_sha512: type = glib_sha512, size = 64; break;
  default: return unknown_hash;
  }
  hash *made = malloc(sizeof *made);
  if (made == NULL) return unsupported;
  *made = (hash){g_checksum_new(type), size};
  *handle = made;
  return 0;
}

int gnutls_hash(hash *hash, const void *bytes, size_t count) {
  g_checksum_update(hash->sum, bytes, (ptrdiff_t)count);
  return 0;
}

void gnutls_hash_deinit(hash *hash, void *digest) {
  size_t size = hash->size;
  if (digest != NULL) g_checksum_get_digest(hash->sum, digest, &size);
  g_checksum_free(hash->sum);
  free(hash);
}

// The rest is GnuTLS's own.

static struct {
  int (*cipher_init)(void **, int, const void *, const void *);
  int (*encrypt)(void *, const void *, size_t, void *, size_t);
  int (*decrypt)(void *, const void *, size_t, void *, size_t);
  void (*cipher_deinit)(void *);
  size_t (*key_size)(int);
  int (*random)(int, void *, size_t);
  const char *(*text)(int);
} gnutls;
static bool is_whole;

static void load(void) {
  void *library = dlopen("libgnutls.so.30", RTLD_LAZY | RTLD_LOCAL);
  if (library == NULL) return;
  is_whole = (*(void **)&gnutls.cipher_init = dlsym(library, "gnutls_cipher_init")) &&
             (*(void **)&gnutls.encrypt = dlsym(library, "gnutls_cipher_encrypt2")) &&
             (*(void **)&gnutls.decrypt = dlsym(library, "gnutls_cipher_decrypt2")) &&
             (*(void **)&gnutls.cipher_deinit = dlsym(library, "gnutls_cipher_deinit")) &&
             (*(void **)&gnutls.key_size = dlsym(library, "gnutls_cipher_get_key_size")) &&
             (*(void **)&gnutls.random = dlsym(library, "gnutls_rnd")) &&
             (*(void **)&gnutls.text = dlsym(library, "gnutls_strerror"));
}

static bool is_loaded(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_whole;
}

size_t gnutls_cipher_get_key_size(int algorithm) { return is_loaded() ? gnutls.key_size(algorithm) : 0; }

// Without the library libqpdf throws what this gives, and calls none of the three below.
int gnutls_cipher_init(void **handle, int algorithm, const void *key, const void *vector) {
  return is_loaded() ? gnutls.cipher_init(handle, algorithm, key, vector) : unsupported;
}

int gnutls_cipher_encrypt2(void *handle, const void *from, size_t count, void *to, size_t room) {
  return gnutls.encrypt(handle, from, count, to, room);
}

int gnutls_cipher_decrypt2(void *handle, const void *from, size_t count, void *to, size_t room) {
  return gnutls.decrypt(handle, from, count, to, room);
}

void gnutls_cipher_deinit(void *handle) { gnutls.cipher_deinit(handle); }

int gnutls_rnd(int level, void *bytes, size_t count) {
  return is_loaded() ? gnutls.random(level, bytes, count) : unsupported;
}

const char *gnutls_strerror(int error) {
  return is_whole ? gnutls.text(error) : "libgnutls.so.30 is not on this machine";
}

#pragma GCC visibility pop

#endif
