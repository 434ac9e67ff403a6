/** Words that say which way something went: they need an interval that excludes nought (METHODS §7). 1 is more, −1 is less. */
export const directionWords: Readonly<Record<string, 1 | -1>> = {
  rose: 1, rises: 1, rising: 1, grew: 1, increased: 1, more: 1, longer: 1, higher: 1, slower: 1, above: 1,
  fell: -1, falls: -1, falling: -1, dropped: -1, decreased: -1, fewer: -1, less: -1, shorter: -1, lower: -1, faster: -1, below: -1, saved: -1,
};

/** Words that judge a change; which way they point depends on the measure, so no template uses them. */
export const judgingWords: readonly string[] = ['improved', 'improves', 'better', 'worse', 'worsened', 'best', 'worst', 'waste', 'wasted'];

/** Words that say why: only with a licence (METHODS §7). */
export const causalWords: readonly string[] = ['because', 'led to', 'leads to', 'caused', 'causes', 'due to', 'thanks to', 'as a result'];

/** What stands in for a cause without a licence. */
export const beside = 'at the same time as';

export const noEffect = 'no measurable change';
export const cannotTell = 'we cannot yet tell';

/** Words that hedge a figure. */
export const hedgeWords: readonly string[] = ['about', 'between', 'roughly', 'nearly', 'almost', 'around', 'likely', 'unlikely', 'probably'];
