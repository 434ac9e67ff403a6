/** A problem as the API sends it (RFC 9457): what failed, the value, and what was wanted. */
export interface ProblemDocument {
  readonly code: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly value?: string | undefined;
  readonly wanted?: string | undefined;
  readonly at?: { readonly file?: string; readonly line?: number; readonly column?: number; readonly path?: string } | undefined;
  readonly errors?: readonly Pick<ProblemDocument, 'detail' | 'value' | 'wanted' | 'at'>[] | undefined;
}

/** An answer of the API that is a problem, or no answer at all. */
export class ApiProblem extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/**
 * Whatever was thrown, as a problem that a page can show.
 * @example asProblem(new TypeError('Failed to fetch')).code // 'no-answer'
 */
export function asProblem(thrown: unknown): ProblemDocument {
  if (thrown instanceof ApiProblem) return thrown.problem;
  if (thrown instanceof Error && /dynamically imported module|preload CSS|importing a module script/i.test(thrown.message)) {
    return { code: 'part-missing', title: 'A part of this page is missing', status: 0, detail: 'A part of this page did not arrive: the connection was lost, or the server has a newer version than this page.', wanted: 'the page loaded again, which “Try again” does' };
  }
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) {
    return { code: 'no-answer', title: 'No answer', status: 0, detail: 'The server did not answer.', wanted: 'a connection to the server; the page asks again when you press “Try again”' };
  }
  return { code: 'page-broke', title: 'This page broke', status: 0, detail: 'Something in this page did not work.', value: thrown instanceof Error ? thrown.message : String(thrown) };
}

/** Whether `body` is a problem document, read from an answer of any shape. */
export function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === 'object' && body !== null && 'detail' in body && 'code' in body;
}
