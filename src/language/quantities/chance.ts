/** The word of a probability, from the least that it needs (METHODS §7). */
const chanceWords: readonly [from: number, word: string][] = [[0.9, 'very likely'], [0.66, 'likely'], [0.33, 'about as likely as not'], [0.1, 'unlikely'], [0, 'very unlikely']];

/**
 * A probability as a word with its number: at least 90 % very likely, 66 % likely; at most 33 % unlikely, 10 % very unlikely.
 * @throws RangeError outside [0, 1].
 * @example chancePhrase(0.72) // 'likely (about 7 in 10)'
 */
export function chancePhrase(probability: number): string {
  return `${chanceWord(probability)} (${chanceNumber(probability)})`;
}

/** Only the word of a probability. */
export function chanceWord(probability: number): string {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`A probability lies in [0, 1]: got ${probability}`);
  // At most 33 and at most 10 belong to the weaker word, at least 66 and 90 to the stronger.
  if (probability <= 0.1) return 'very unlikely';
  if (probability <= 0.33) return 'unlikely';
  return chanceWords.find(([from]) => probability >= from)![1];
}

function chanceNumber(probability: number): string {
  const tens = Math.round(probability * 10);
  if (tens >= 1 && tens <= 9) return `about ${tens} in 10`;
  return tens === 0 ? 'fewer than 1 in 10' : 'more than 9 in 10';
}
