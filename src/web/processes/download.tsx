import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { fileAddress } from '../api/client.ts';
import type { EventLog } from '../api/types.ts';
import { filters, type FlowSearch } from './search.ts';
import css from './flow.module.css';

/** The rows of a table of the log, those of the cases in view, as a file. */
export function Download({ log, search, file, children }: { readonly log: EventLog; readonly search: FlowSearch; readonly file: 'map.csv' | 'activities.csv' | 'variants.csv'; readonly children?: ReactNode }) {
  return <div className={`${css.buttons} no-print`}><Button component="a" size="compact-sm" href={fileAddress(`/event-logs/${encodeURIComponent(log.id)}/${file}`, filters(search))} download>Download as CSV</Button>{children}</div>;
}
