/* A crowd of receivers in one process: opens many sockets, posts messages, and counts what is delivered to whom, how late.
 *
 * crowd MODE PORT COUNT FIRST TEMPLATE
 *   MODE      cercle: WebSocket, one first frame each; ws: WebSocket; nats: NATS over TCP; raw: bytes as they come
 *   FIRST     a file with the first frame of each socket, one a line (cercle only; "-" otherwise)
 *   TEMPLATE  a file with what one post says: @ID@ becomes a fresh UUID, @STAMP@ sixteen digits of the clock
 * Every message holds one '~' followed by the sixteen digits (microseconds, CLOCK_MONOTONIC) of its sending.
 *
 * It prints a JSON line when all are in, and then one for each line of its input:
 *   go RATE WINDOW SECONDS STALLED SLOWLY
 *     RATE      posts a second; 0: as many as WINDOW allows
 *     WINDOW    how many posts may be under way (by the mean of what the readers got)
 *     STALLED   one socket in so many is stalled while the run lasts (0: none); the others are measured
 *     SLOWLY    bytes a second that a stalled one still reads
 *   drain SECONDS: reads on, also the stalled ones, and tells after how long nothing came any more
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CERCLE, WS, NATS, RAW };
enum { CONNECTING, SHAKING, JOINING, IN };

#define STAMP 16
#define BUCKETS 400000 /* of 50 microseconds: up to 20 s */
#define BUCKET_US 50
#define READ 262144

struct reader {
  int fd, stage, head_len, opcode, carried, stalled, control_len;
  uint64_t left, deliveries, taken;
  unsigned char head[14], control[128];
  char carry[STAMP + 2];
  char tail[16]; /* the end of what came before, while a word is looked for */
  int tail_len;
};

static int mode, count, port;
static struct reader *readers;
static char **firsts;
static char template[65536];
static int template_len, id_at = -1, stamp_at = -1;
static unsigned char buffer[READ];
static uint32_t *late;
static uint64_t deliveries, measured, posted, failed, bytes, reads;
static int live, next_poster, is_measuring;
static int64_t stalled_from;

static int64_t now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void send_all(struct reader *r, const void *data, size_t size) {
  const char *at = data;
  while (size) {
    ssize_t n = send(r->fd, at, size, MSG_NOSIGNAL);
    if (n > 0) {
      at += n;
      size -= (size_t)n;
    } else if (n < 0 && errno == EAGAIN) {
      usleep(50);
    } else {
      failed++;
      return;
    }
  }
}

static void send_frame(struct reader *r, int opcode, const char *text, size_t size) {
  static unsigned char frame[70000];
  size_t at = 0;
  frame[at++] = (unsigned char)(0x80 | opcode);
  if (size < 126) {
    frame[at++] = (unsigned char)(0x80 | size);
  } else {
    frame[at++] = 0x80 | 126;
    frame[at++] = (unsigned char)(size >> 8);
    frame[at++] = (unsigned char)size;
  }
  memset(frame + at, 0, 4); /* a mask of zeros leaves the text as it is */
  at += 4;
  memcpy(frame + at, text, size);
  send_all(r, frame, at + size);
}

static void stamp(const char *digits) {
  int64_t sent = 0;
  for (int i = 0; i < STAMP; i++) sent = sent * 10 + (digits[i] - '0');
  int64_t bucket = (now_us() - sent) / BUCKET_US;
  if (bucket < 0) bucket = 0;
  if (bucket >= BUCKETS) bucket = BUCKETS - 1;
  late[bucket]++;
  measured++;
}

/* Count the marks in a piece of text; a mark may be cut by the end of a piece. */
static void scan(struct reader *r, const unsigned char *data, size_t size) {
  const unsigned char *end = data + size, *at = data;
  if (r->carried) {
    while (r->carried < STAMP + 1 && at < end) r->carry[r->carried++] = (char)*at++;
    if (r->carried < STAMP + 1) return;
    if (is_measuring && !r->stalled) stamp(r->carry + 1);
    r->carried = 0;
  }
  while ((at = memchr(at, '~', (size_t)(end - at))) != NULL) {
    r->deliveries++;
    if (!r->stalled) deliveries++;
    size_t rest = (size_t)(end - at);
    if (rest < STAMP + 1) {
      memcpy(r->carry, at, rest);
      r->carried = (int)rest;
      return;
    }
    if (is_measuring && !r->stalled) stamp((const char *)at + 1);
    at += STAMP + 1;
    if (at >= end) return;
  }
}

static int has_word(struct reader *r, const unsigned char *data, size_t size, const char *word) {
  if (memmem(data, size, word, strlen(word))) return 1;
  char joint[32];
  size_t more = size < sizeof r->tail ? size : sizeof r->tail;
  memcpy(joint, r->tail, (size_t)r->tail_len);
  memcpy(joint + r->tail_len, data, more);
  int found = memmem(joint, (size_t)r->tail_len + more, word, strlen(word)) != NULL;
  size_t keep = size < sizeof r->tail ? size : sizeof r->tail;
  memcpy(r->tail, data + size - keep, keep);
  r->tail_len = (int)keep;
  return found;
}

static void come_in(struct reader *r) {
  if (r->stage != IN) {
    r->stage = IN;
    live++;
  }
}

static void payload(struct reader *r, const unsigned char *data, size_t size) {
  if (r->opcode == 9) {
    if (r->control_len + size <= sizeof r->control) memcpy(r->control + r->control_len, data, size);
    r->control_len += (int)size;
    return;
  }
  if (r->stage == JOINING && has_word(r, data, size, "\"doc\":\"class\"")) come_in(r);
  scan(r, data, size);
}

static void frames(struct reader *r, const unsigned char *data, size_t size) {
  while (size) {
    if (r->left) {
      size_t part = size < r->left ? size : r->left;
      payload(r, data, part);
      r->left -= part;
      data += part;
      size -= part;
    } else {
      r->head[r->head_len++] = *data++;
      size--;
      if (r->head_len < 2) continue;
      int code = r->head[1] & 127, want = code == 126 ? 4 : code == 127 ? 10 : 2;
      if (r->head_len < want) continue;
      r->opcode = r->head[0] & 15;
      r->left = (uint64_t)code;
      if (want > 2) {
        r->left = 0;
        for (int i = 2; i < want; i++) r->left = r->left << 8 | r->head[i];
      }
      r->head_len = r->control_len = 0;
    }
    if (!r->left && !r->head_len && r->opcode == 9) {
      send_frame(r, 10, (char *)r->control, (size_t)r->control_len);
      r->opcode = 0;
    }
  }
}

static void received(struct reader *r, unsigned char *data, size_t size) {
  r->taken += size;
  if (!r->stalled) bytes += size;
  if (r->stage == SHAKING) {
    unsigned char *end = memmem(data, size, "\r\n\r\n", 4);
    if (mode == NATS) {
      if (has_word(r, data, size, "PONG")) come_in(r);
      return;
    }
    if (!end) return;
    end += 4;
    size -= (size_t)(end - data);
    data = end;
    if (mode == CERCLE) {
      r->stage = JOINING;
      r->tail_len = 0;
      char *first = firsts[r - readers];
      send_frame(r, 1, first, strlen(first));
    } else {
      come_in(r);
    }
  }
  uint64_t before = r->deliveries;
  if (mode == NATS || mode == RAW)
    scan(r, data, size);
  else
    frames(r, data, size);
  if (!r->stalled && r->deliveries > before) reads++;
}

static void connected(struct reader *r) {
  static const char shake[] =
      "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
  static const char subscribe[] = "CONNECT {\"verbose\":false}\r\nSUB talk 1\r\nPING\r\n";
  char text[400];
  r->stage = SHAKING;
  if (mode == NATS) {
    send_all(r, subscribe, sizeof subscribe - 1);
  } else if (mode == RAW) {
    come_in(r);
  } else {
    int n = snprintf(text, sizeof text, shake, port);
    send_all(r, text, (size_t)n);
  }
}

static void pump(int epoll, int wait_ms) {
  struct epoll_event events[512];
  int n = epoll_wait(epoll, events, 512, wait_ms);
  for (int i = 0; i < n; i++) {
    struct reader *r = events[i].data.ptr;
    if (r->stalled && stalled_from) continue;
    if (r->stage == CONNECTING) {
      struct epoll_event in = {.events = EPOLLIN, .data.ptr = r};
      epoll_ctl(epoll, EPOLL_CTL_MOD, r->fd, &in);
      connected(r);
      continue;
    }
    ssize_t got = recv(r->fd, buffer, sizeof buffer, 0);
    if (got > 0) {
      received(r, buffer, (size_t)got);
    } else if (got == 0 || errno != EAGAIN) {
      epoll_ctl(epoll, EPOLL_CTL_DEL, r->fd, NULL);
      failed++;
    }
  }
}

static void open_all(int epoll) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  int64_t begun = now_us();
  for (int i = 0; i < count || live < count;) {
    /* No more at once than a listener's queue holds. */
    while (i < count && i - live < 400) {
      struct reader *r = &readers[i++];
      r->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
      if (r->fd < 0) die("socket");
      int one = 1;
      setsockopt(r->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
      if (connect(r->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) die("connect");
      struct epoll_event out = {.events = EPOLLOUT, .data.ptr = r};
      epoll_ctl(epoll, EPOLL_CTL_ADD, r->fd, &out);
    }
    pump(epoll, 100);
    if (failed || now_us() - begun > 120000000) {
      fprintf(stderr, "only %d of %d came in\n", live, count);
      exit(1);
    }
  }
  double took = (double)(now_us() - begun) / 1e6;
  printf("{\"in\": %d, \"seconds\": %.6f}\n", count, took);
  fflush(stdout);
}

static void post(void) {
  static uint64_t serial;
  static uint64_t seed;
  if (!seed) seed = (uint64_t)now_us() * 0x9E3779B97F4A7C15ull;
  struct reader *r;
  do {
    r = &readers[next_poster++ % count];
  } while (r->stalled);
  char digits[40];
  if (id_at >= 0) {
    serial++;
    snprintf(digits, sizeof digits, "%08x-%04x-4%03x-8%03x-%012llx", (unsigned)(seed & 0xffffffff),
             (unsigned)(seed >> 32 & 0xffff), (unsigned)(seed >> 48 & 0xfff), (unsigned)(serial >> 48 & 0xfff),
             (unsigned long long)(serial & 0xffffffffffff));
    memcpy(template + id_at, digits, 36);
  }
  snprintf(digits, sizeof digits, "%016lld", (long long)now_us());
  memcpy(template + stamp_at, digits, STAMP);
  if (mode == NATS)
    send_all(r, template, (size_t)template_len);
  else if (mode != RAW)
    send_frame(r, 1, template, (size_t)template_len);
  posted++;
}

static double percentile(double share) {
  uint64_t wanted = (uint64_t)((double)measured * share), seen = 0;
  for (int i = 0; i < BUCKETS; i++)
    if ((seen += late[i]) > wanted) return (double)(i + 1) * BUCKET_US / 1000.0;
  return 0;
}

static void run(int epoll, double rate, uint64_t window, double seconds, int every, int slowly) {
  int listeners = 0;
  for (int i = 0; i < count; i++) {
    readers[i].stalled = every && i % every == 0;
    listeners += !readers[i].stalled;
  }
  memset(late, 0, BUCKETS * sizeof *late);
  deliveries = measured = posted = bytes = reads = 0;
  is_measuring = 1;
  int64_t begun = stalled_from = now_us(), end = begun + (int64_t)(seconds * 1e6), slow_at = begun;
  while (now_us() < end) {
    int64_t t = now_us();
    int burst = 0;
    while (mode != RAW && burst < 64 && (int64_t)posted - (int64_t)(deliveries / (uint64_t)listeners) < (int64_t)window &&
           (rate == 0 || (double)posted < (double)(t - begun) / 1e6 * rate)) {
      post();
      burst++;
    }
    pump(epoll, burst ? 0 : 1);
    if (slowly && t - slow_at > 100000) {
      slow_at = t;
      for (int i = 0; i < count; i++)
        if (readers[i].stalled) {
          ssize_t got = recv(readers[i].fd, buffer, (size_t)(slowly / 10), MSG_DONTWAIT);
          if (got > 0) received(&readers[i], buffer, (size_t)got);
        }
    }
  }
  double took = (double)(now_us() - begun) / 1e6;
  is_measuring = 0;
  printf("{\"posted\": %llu, \"deliveries\": %llu, \"seconds\": %.6f, \"p50\": %.3f, \"p99\": %.3f, \"failed\": %llu, \"bytes\": %llu, \"reads\": %llu}\n",
         (unsigned long long)posted, (unsigned long long)deliveries, took, percentile(0.5), percentile(0.99),
         (unsigned long long)failed, (unsigned long long)bytes, (unsigned long long)reads);
  fflush(stdout);
}

/* Read on until every reader has the newest message, or nothing came for a second. */
static void drain(int epoll, double seconds) {
  stalled_from = 0;
  int64_t begun = now_us(), last = begun;
  uint64_t before = 0;
  while (now_us() - begun < (int64_t)(seconds * 1e6) && now_us() - last < 1000000) {
    pump(epoll, 10);
    uint64_t taken = 0;
    for (int i = 0; i < count; i++) taken += readers[i].taken;
    if (taken != before) last = now_us();
    before = taken;
  }
  printf("{\"quiet_after\": %.3f, \"failed\": %llu}\n", (double)(last - begun) / 1e6, (unsigned long long)failed);
  fflush(stdout);
}

static void read_template(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) die(path);
  template_len = (int)fread(template, 1, sizeof template - 64, file);
  fclose(file);
  char *at = memmem(template, (size_t)template_len, "@ID@", 4);
  if (at) {
    id_at = (int)(at - template);
    memmove(at + 36, at + 4, (size_t)(template_len - id_at - 4));
    template_len += 32;
  }
  at = memmem(template, (size_t)template_len, "@STAMP@", 7);
  if (at) {
    stamp_at = (int)(at - template);
    memmove(at + STAMP, at + 7, (size_t)(template_len - stamp_at - 7));
    template_len += STAMP - 7;
  }
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  const char *names[] = {"cercle", "ws", "nats", "raw"};
  for (mode = 0; mode < 4 && strcmp(argv[1], names[mode]);) mode++;
  port = atoi(argv[2]);
  count = atoi(argv[3]);
  struct rlimit files = {65536, 65536};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  readers = calloc((size_t)count, sizeof *readers);
  firsts = calloc((size_t)count, sizeof *firsts);
  late = calloc(BUCKETS, sizeof *late);
  if (mode == CERCLE) {
    FILE *file = fopen(argv[4], "r");
    if (!file) die(argv[4]);
    for (int i = 0; i < count; i++) {
      size_t room = 0;
      ssize_t n = getline(&firsts[i], &room, file);
      if (n <= 0) die("first frames");
      firsts[i][n - 1] = 0;
    }
    fclose(file);
  }
  read_template(argv[5]);
  int epoll = epoll_create1(0);
  open_all(epoll);
  fcntl(0, F_SETFL, O_NONBLOCK);
  char line[200];
  size_t have = 0;
  for (;;) {
    ssize_t got = read(0, line + have, sizeof line - have - 1);
    if (got == 0) break;
    if (got < 0) {
      pump(epoll, 5);
      continue;
    }
    have += (size_t)got;
    line[have] = 0;
    if (!strchr(line, '\n')) continue;
    have = 0;
    double rate, seconds;
    long long window;
    int every, slowly;
    if (sscanf(line, "go %lf %lld %lf %d %d", &rate, &window, &seconds, &every, &slowly) == 5)
      run(epoll, rate, (uint64_t)window, seconds, every, slowly);
    else if (sscanf(line, "drain %lf", &seconds) == 1)
      drain(epoll, seconds);
  }
  return 0;
}
