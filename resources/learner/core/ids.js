// Ids and tokens, made without `crypto.randomUUID` and `crypto.subtle`, which a page over plain HTTP does not have.

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Return `count` bytes nobody can guess. */
export function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Write 16 bytes as a UUID of the given version (RFC 9562). */
function asUuid(bytes, version) {
  bytes[6] = (bytes[6] & 0x0f) | (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = Array.from(bytes.subarray(0, 16), (byte) => HEX[byte]).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Return a fresh version 4 UUID in lower case. */
export const uuid4 = () => asUuid(randomBytes(16), 4);

/** Return a fresh token: 32 random bytes in base64url without padding, 43 characters. */
export const newToken = () => base64url(randomBytes(32));

/** Write bytes in base64url without padding. */
export function base64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Write any JSON value in base64url. */
export const packed = (value) => base64url(new TextEncoder().encode(JSON.stringify(value)));

/** Read what `packed` wrote; undefined when it is anything else. */
export function unpacked(text) {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

const rotated = (word, by) => (word << by) | (word >>> (32 - by));

/** Return the 20 bytes of SHA-1 (FIPS 180-4) of some bytes. It names things here; it protects nothing. */
export function sha1(bytes) {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);

  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const words = new Int32Array(80);
  for (let block = 0; block < blocks; block += 1) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(block * 64 + i * 4);
    for (let i = 16; i < 80; i += 1) words[i] = rotated(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    let [a, b, c, d, e] = state;
    for (let i = 0; i < 80; i += 1) {
      let mixed;
      if (i < 20) mixed = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) mixed = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else mixed = (b ^ c ^ d) + 0xca62c1d6;
      const next = (rotated(a, 5) + mixed + e + words[i]) | 0;
      [e, d, c, b, a] = [d, c, rotated(b, 30), a, next];
    }
    [a, b, c, d, e].forEach((value, i) => {
      state[i] = (state[i] + value) | 0;
    });
  }
  const digest = new DataView(new ArrayBuffer(20));
  state.forEach((value, i) => digest.setInt32(i * 4, value));
  return new Uint8Array(digest.buffer);
}

/** Return the version 5 UUID (RFC 9562) of a name in the namespace of another UUID. */
export function uuid5(namespace, name) {
  const space = namespace.replaceAll("-", "").match(/../g).map((pair) => parseInt(pair, 16));
  return asUuid(sha1(Uint8Array.from([...space, ...new TextEncoder().encode(name)])), 5);
}

/** Return the id of the `n`-th thing (from 0) that a member's command creates. */
export const derivedId = (command, member, n = 0) => uuid5(command, `${member}:${n}`);
