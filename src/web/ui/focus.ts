let last: Element | null = null;
globalThis.document?.addEventListener('focusin', (event) => { last = event.target instanceof Element ? event.target : null; });

/** A ref for a heading that comes with new content: it takes the focus where what had it went away with the old, so that Tab goes on from there. */
export function takesLostFocus(heading: HTMLElement | null): void {
  if (heading !== null && last !== null && !last.isConnected && document.activeElement === document.body) heading.focus({ preventScroll: true });
}

/** A ref for what opens over the page: when it closes, the focus goes back to where it was, or to the page where that is gone. */
export function returnsFocus(opened: HTMLElement | null): (() => void) | undefined {
  if (opened === null) return undefined;
  const before = document.activeElement;
  return () => {
    const to = before instanceof HTMLElement && before.isConnected && before !== document.body ? before : document.getElementById('main');
    to?.focus({ preventScroll: true });
  };
}
