import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** A link to an address that the server named; inside the client it moves without loading the page again. */
export function Address({ to, children, className }: { readonly to: string; readonly children: ReactNode; readonly className?: string | undefined }) {
  const router = useRouter();
  const inside = to.startsWith('/') && !to.startsWith('//') && !to.startsWith('/api/');
  const go = (event: MouseEvent) => {
    if (!inside || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    router.history.push(to);
  };
  return <a href={inside ? to : '#'} onClick={go} className={className}>{children}</a>;
}
