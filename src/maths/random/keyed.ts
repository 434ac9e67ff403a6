/**
 * A uniform number inside (0, 1) that depends on nothing but its keys (integers; murmur3's 32-bit mixing): the same luck for the same case and
 * step whatever happened before it, so that two runs that differ in one thing share all else (common random numbers).
 * @example keyedUniform(1, 2, 3) === keyedUniform(1, 2, 3) // true
 */
export function keyedUniform(seed: number, a: number, b = 0, c = 0): number {
  let h = mix(mix(mix(seed | 0, a), b), c);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (((h ^ (h >>> 16)) >>> 0) + 0.5) / 4_294_967_296;
}

function mix(h: number, key: number): number {
  const k = Math.imul(key | 0, 0xcc9e2d51);
  const m = h ^ Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  return (Math.imul((m << 13) | (m >>> 19), 5) + 0xe6546b64) | 0;
}
