/** A source of random numbers whose whole future follows from its seed. */
export interface Random {
  /** The next 32 bits as an unsigned integer. */
  uint32(): number;
  /** A number in [0, 1), of 53 random bits. */
  unit(): number;
}

/**
 * A generator from a seed (any finite number; its integer part modulo 2³² counts): xoshiro128** (Blackman & Vigna 2018), its state filled
 * by SplitMix32, so that near seeds give unrelated streams.
 * @throws RangeError for a seed that is not finite.
 * @example seededRandom(1).uint32() === seededRandom(1).uint32() // true
 */
export function seededRandom(seed: number): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`A seed must be a finite number: got ${seed}`);
  let x = Math.trunc(seed) >>> 0;
  const next = (): number => {
    x = (x + 0x9e3779b9) >>> 0;
    let z = x;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  return xoshiro128ss(next(), next(), next(), next());
}

/** The generator from its four words of state, not all zero; for known answers and for resuming a stream. */
export function xoshiro128ss(a: number, b: number, c: number, d: number): Random {
  let [s0, s1, s2, s3] = [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
  if ((s0 | s1 | s2 | s3) === 0) s0 = 1;
  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11);
    return result;
  };
  return { uint32, unit: () => ((uint32() >>> 5) * 0x4000000 + (uint32() >>> 6)) / 0x20000000000000 };
}

function rotateLeft(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/**
 * A 32-bit seed from a text (FNV-1a, then a final mix): the same text, the same seed.
 * @example seedOf('order-to-cash') === seedOf('order-to-cash') // true
 */
export function seedOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}
