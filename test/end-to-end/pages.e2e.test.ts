import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, look, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const addresses = {
  today: '/', basics: '/basics', service: '/basics/wms', 'flow-map': '/flow?process=order-to-cash', 'flow-time': '/flow?process=purchase-to-pay&show=time', 'flow-table': '/flow?view=table',
  'flow-variants': '/flow?view=variants', 'flow-measures': '/flow?view=measures', 'flow-cases': '/flow?view=cases', briefs: '/briefs', sources: '/sources', import: '/sources/import',
  company: '/settings/company', people: '/settings/people', posts: '/settings/posts', keys: '/settings/keys', audit: '/settings/audit', 'no-such-page': '/nowhere',
} as const;
// Below this, Chrome’s own measure calls a page steady.
const SHIFT_GOOD = 0.1;

// The four views side by side: each goes through all pages, and says for each what it found wrong.
test.concurrent.each(views)('every page in $scheme at $width px: nothing broken, nothing jumps, nothing cut off', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  for (const [name, address] of Object.entries(addresses)) {
    const before = complaintsOf(page).length;
    await visit(page, address);
    if (name === 'flow-map' || name === 'flow-time') await page.locator('svg [data-key^="n "]').first().waitFor();
    const { axe, overflow, shifted } = await look(page, `${name}-${view.scheme}-${view.width}`);
    const complaints = complaintsOf(page).slice(before);
    if (axe.length > 0 || overflow || shifted >= SHIFT_GOOD || complaints.length > 0) wrong[name] = { axe, overflow, shifted, complaints };
  }
  expect(wrong).toEqual({});
  await page.context().close();
}, 400_000);

test.concurrent.each(views)('without a page to show in $scheme at $width px: not on record, not signed in, a link that does not work', async (view) => {
  const page = await site.page(view);
  await visit(page, '/basics/no-such-service');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This is not on record.');
  expect((await look(page, `not-on-record-${view.scheme}-${view.width}`)).axe).toEqual([]);
  await page.context().close();
  const stranger = await site.stranger(view);
  await visit(stranger, '/basics');
  expect(new URL(stranger.url()).pathname + new URL(stranger.url()).search).toBe('/sign-in?to=%2Fbasics');
  expect((await look(stranger, `sign-in-${view.scheme}-${view.width}`)).axe).toEqual([]);
  await visit(stranger, `/set-up#${'x'.repeat(43)}`);
  await stranger.getByRole('alert').waitFor();
  expect((await look(stranger, `bad-link-${view.scheme}-${view.width}`)).axe).toEqual([]);
  await stranger.context().close();
}, 200_000);
