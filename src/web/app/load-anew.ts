const KEY = 'hymnsheet-loaded-anew', REST_MS = 60_000;

/**
 * After an upgrade the parts that an open page asks for are no more. Where the server answers, the page is loaded again, and so has the new ones;
 * not twice within a minute, so that a part that stays missing is told.
 */
export function loadsAnewWhenPartsAreGone(): void {
  globalThis.addEventListener('vite:preloadError', () => void loadAnew());
}

async function loadAnew(): Promise<void> {
  const last = Number(globalThis.sessionStorage.getItem(KEY) ?? 0);
  if (Date.now() - last < REST_MS) return;
  const answer = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok !== true) return;
  globalThis.sessionStorage.setItem(KEY, String(Date.now()));
  globalThis.location.reload();
}
