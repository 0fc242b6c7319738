#define _GNU_SOURCE
#include "CThreads.h"

#include <stdlib.h>

#ifdef __linux__
#include <sched.h>

typedef struct {
  void *(*work)(void *);
  void *context;
  cpu_set_t processors;
} beginning;

/// Elsewhere to begin with, and then wherever the program may run.
static void *begin(void *given) {
  beginning own = *(beginning *)given;
  free(given);
  pthread_setaffinity_np(pthread_self(), sizeof own.processors, &own.processors);
  return own.work(own.context);
}

static int begin_elsewhere(pthread_t *thread, void *(*work)(void *), void *context) {
  cpu_set_t all, others;
  int here = sched_getcpu();
  if (here < 0 || sched_getaffinity(0, sizeof all, &all) != 0) return -1;
  others = all;
  CPU_CLR(here, &others);
  if (CPU_COUNT(&others) == 0) return -1;
  beginning *given = malloc(sizeof *given);
  if (given == NULL) return -1;
  *given = (beginning){work, context, all};
  pthread_attr_t attributes;
  int status = pthread_attr_init(&attributes);
  if (status == 0) {
    status = pthread_attr_setaffinity_np(&attributes, sizeof others, &others);
    if (status == 0) status = pthread_create(thread, &attributes, begin, given);
    pthread_attr_destroy(&attributes);
  }
  if (status != 0) free(given);
  return status;
}
#endif

int thread_begin(pthread_t *thread, void *(*work)(void *), void *context) {
#ifdef __linux__
  if (begin_elsewhere(thread, work, context) == 0) return 0;
#endif
  return pthread_create(thread, NULL, work, context);
}
