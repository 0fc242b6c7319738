#ifndef CTHREADS_H
#define CTHREADS_H

#include <pthread.h>

/// Begins a thread at once. Left to itself, Linux may put a new thread behind the one that made it, on the same processor,
/// and leave it there for milliseconds while another processor has nothing to do. Returns 0 or what `pthread_create` says.
int thread_begin(pthread_t *_Nonnull thread, void *_Nullable (*_Nonnull work)(void *_Nullable), void *_Nullable context);

#endif
