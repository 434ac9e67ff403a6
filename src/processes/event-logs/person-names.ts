/** What somebody is who does, decides or answers for something; alone, or as the last of several words. */
const PERSONS = ['actor', 'analyst', 'approver', 'assignee', 'author', 'caller', 'cashier', 'clerk', 'creator', 'doctor', 'editor', 'employee', 'handler', 'initiator', 'manager', 'nurse', 'officer', 'originator', 'owner', 'performer', 'person', 'physician', 'planner', 'recruiter', 'requester', 'requestor', 'reviewer', 'salesperson', 'supervisor', 'technician', 'user', 'worker'];
/** The same, but with other words before them often something else, as a user agent, a tour operator or a cloud resource. */
const ALONE = ['agent', 'operator', 'people', 'resource', 'responsible', 'staff'];
const WHOLE = ['responsible actor', 'monitoring resource', 'service agent', 'support agent', 'sales agent', 'machine operator', 'nursing staff', 'assigned to',
  // Of the example of OCEL 2.0.
  'invoice blocker', 'invoice block rem', 'invoice inserter', 'payment inserter'];
/** Last words that only one of several columns of a person has. */
const PART_OF = ['id', 'name', 'no', 'nr', 'num', 'number', 'email', 'mail', 'login', 'member', 'first', 'last', 'full', 'display'];
/** Two words written as one. */
const AS_ONE = /^(clerk|employee|owner|person|staff|user|worker)(id|member|name|no)$/;
const NOT_PERSONS = ['user agent', 'file name', 'creator tool'];
/** Done by a person or a machine; what is caused, sold, sent or paid by something is left out. */
const DONE = /^(accepted|approved|assigned|booked|cancelled|canceled|changed|checked|closed|completed|confirmed|created|decided|deleted|done|edited|entered|executed|finished|handled|inserted|modified|opened|packed|performed|picked|posted|prepared|processed|recorded|registered|rejected|released|removed|reported|requested|resolved|reviewed|signed|started|submitted|updated|verified) by$/;

/**
 * Whether a column, an attribute or an object type of this name is taken for people until somebody says otherwise. Customers and patients are
 * not: they may be companies, and are cases.
 * @example isPersonName('sys_updated_by') // true
 */
export function isPersonName(name: string): boolean {
  // So XES files call the program that wrote them.
  if (/^case:creator$/i.test(name)) return false;
  const all = wordsOf(name);
  const words = all.slice(0, all.findLastIndex((w) => !PART_OF.includes(w)) + 1);
  const [whole, last, two] = [words.join(' '), words.at(-1) ?? '', words.slice(-2).join(' ')];
  if (NOT_PERSONS.includes(whole)) return false;
  if (words.length === 1 && [...PERSONS, ...ALONE].some((w) => last === w || last === `${w}s`)) return true;
  return PERSONS.includes(last) || WHOLE.includes(whole) || DONE.test(two) || AS_ONE.test(last);
}

/**
 * Whether numbers under such a name are how many people there are, as “employees” of a company, and not who.
 * @example countsPeople('Employees') // true
 */
export function countsPeople(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? '';
  return ['people', 'staff'].includes(last) || /[^s]s$/.test(last);
}

/** The words of a name, whatever stands between them. */
function wordsOf(name: string): string[] {
  return name.replace(/^(case|event|org):/i, '').replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((w) => w !== '');
}
