import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { returnsFocus } from './focus.ts';

interface SideDrawerProps {
  readonly title: string;
  readonly titleClass?: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What opens beside the page: Escape closes it, and the focus goes back to what opened it. */
export function SideDrawer({ title, titleClass = '', onClose, children }: SideDrawerProps) {
  // Mantine gives the focus back only where a drawer stays mounted; ours is there while the address names it.
  return <Drawer opened onClose={onClose} title={title} returnFocus={false} closeButtonProps={{ 'aria-label': 'Close' }} classNames={{ title: titleClass }}><div ref={returnsFocus}>{children}</div></Drawer>;
}
