/* The ceiling: one program that writes the same gathered bytes to every socket, as fast as they are taken.
 *
 * gathered PORT COUNT FILE: accepts COUNT sockets, then writes FILE to each of them, round after round, until it is killed.
 * Each round first puts the clock into the sixteen digits behind every '~'.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void put_clock(char *data, size_t size) {
  struct timespec t;
  char digits[20];
  clock_gettime(CLOCK_MONOTONIC, &t);
  snprintf(digits, sizeof digits, "%016lld", (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000);
  for (char *at = data; (at = memchr(at, '~', size - (size_t)(at - data))) != NULL; at++) memcpy(at + 1, digits, 16);
}

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  int count = atoi(argv[2]), one = 1, door = socket(AF_INET, SOCK_STREAM, 0);
  struct rlimit files;
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  static char data[1 << 22];
  FILE *file = fopen(argv[3], "r");
  size_t size = file ? fread(data, 1, sizeof data, file) : 0;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[1])), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  setsockopt(door, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (!size || bind(door, (struct sockaddr *)&at, sizeof at) || listen(door, 4096)) return 1;
  printf("ready\n");
  fflush(stdout);
  int *sockets = calloc((size_t)count, sizeof *sockets);
  for (int i = 0; i < count; i++) {
    sockets[i] = accept(door, NULL, NULL);
    setsockopt(sockets[i], IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  }
  for (;;) {
    put_clock(data, size);
    for (int i = 0; i < count; i++) {
      size_t sent = 0;
      while (sent < size) {
        ssize_t n = send(sockets[i], data + sent, size - sent, MSG_NOSIGNAL);
        if (n <= 0) return 0;
        sent += (size_t)n;
      }
    }
  }
}
