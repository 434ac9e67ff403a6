import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, look, openSite, views, visit, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const addresses = {
  today: '/', basics: '/basics', service: '/basics/wms', 'flow-map': '/flow?process=order-to-cash', 'flow-time': '/flow?process=purchase-to-pay&show=time', 'flow-table': '/flow?view=table',
  'flow-variants': '/flow?view=variants', 'flow-measures': '/flow?view=measures', 'flow-cases': '/flow?view=cases', briefs: '/briefs', sources: '/sources', import: '/sources/import',
  company: '/settings/company', people: '/settings/people', posts: '/settings/posts', keys: '/settings/keys', audit: '/settings/audit', 'no-such-page': '/nowhere',
} as const;
const SHIFT_GOOD = 0.1;

describe.each(views)('in $scheme at $width px', (view) => {
  let page: Page;
  beforeAll(async () => { page = await site.page(view); });
  afterAll(async () => { await page.context().close(); });

  test.each(Object.entries(addresses))('%s: nothing broken, nothing jumps, nothing cut off', async (name, address) => {
    const before = complaintsOf(page).length;
    await visit(page, address);
    if (name.startsWith('flow-map') || name === 'flow-time') await page.locator('svg [data-key^="n "]').first().waitFor();
    const found = await look(page, `${name}-${view.scheme}-${view.width}`);
    expect(found.axe).toEqual([]);
    expect(found.overflow).toBe(false);
    expect(found.shifted).toBeLessThan(SHIFT_GOOD);
    expect(complaintsOf(page).slice(before)).toEqual([]);
  });

  test('a record that is not there: said in a heading, with what was wanted', async () => {
    await visit(page, '/basics/no-such-service');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('This is not on record.');
    expect((await look(page, `not-on-record-${view.scheme}-${view.width}`)).axe).toEqual([]);
  });

  test('the pages of a stranger: sign-in, and a link that does not work', async () => {
    const stranger = await site.stranger(view);
    await visit(stranger, '/basics');
    expect(new URL(stranger.url()).pathname + new URL(stranger.url()).search).toBe('/sign-in?to=%2Fbasics');
    expect((await look(stranger, `sign-in-${view.scheme}-${view.width}`)).axe).toEqual([]);
    await visit(stranger, `/set-up#${'x'.repeat(43)}`);
    await stranger.getByRole('alert').waitFor();
    expect((await look(stranger, `bad-link-${view.scheme}-${view.width}`)).axe).toEqual([]);
    await stranger.context().close();
  });
});
