import { afterAll, beforeAll, expect, test } from 'vitest';
import { complaintsOf, isWrong, lookInBoth, openSite, views, visit, type Found, type Site } from './harness.ts';

let site: Site;
beforeAll(async () => { site = await openSite(); }, 180_000);
afterAll(async () => { await site.close(); });

const addresses = {
  today: '/', basics: '/basics', service: '/basics/wms', 'flow-map': '/flow?process=order-to-cash', 'flow-time': '/flow?process=purchase-to-pay&show=time', 'flow-table': '/flow?view=table',
  'flow-variants': '/flow?view=variants', 'flow-measures': '/flow?view=measures', 'flow-cases': '/flow?view=cases', briefs: '/briefs', sources: '/sources', import: '/sources/import',
  company: '/settings/company', people: '/settings/people', posts: '/settings/posts', person: '/settings/people/ruth-delaney', post: '/settings/posts/cio', 'new-post': '/settings/new-post', permissions: '/settings/permissions', personal: '/settings/personal', you: '/settings/you', keys: '/settings/keys', audit: '/settings/audit', 'no-such-page': '/nowhere',
} as const;

test('what the looking looks for, it finds: planted faults in both schemes', async () => {
  const page = await site.page({ scheme: 'light', width: 390 });
  await visit(page, '/briefs');
  await page.evaluate(() => {
    const planted = document.createElement('p');
    planted.style.cssText = 'width: 2000px; background: light-dark(#fff, #000); color: light-dark(#eee, #111)';
    planted.append('hard to read', document.createElement('button'));
    document.querySelector('main')?.append(planted);
  });
  const { light, dark } = await lookInBoth(page, 'planted', { scheme: 'light', width: 390 });
  const named = ({ axe }: Found) => [...new Set(axe.map((rule) => rule.split(':')[0]))];
  expect(named(light)).toEqual(expect.arrayContaining(['color-contrast', 'button-name']));
  expect(named(dark)).toEqual(['color-contrast']);
  expect([light.overflow, dark.overflow]).toEqual([true, true]);
  await page.context().close();
});

// Both widths side by side: each goes through all pages, and says for each what it found wrong.
test.concurrent.each(views)('every page at $width px, loaded $scheme, in both schemes: nothing broken, nothing jumps, nothing cut off', async (view) => {
  const page = await site.page(view);
  const wrong: Record<string, unknown> = {};
  for (const [name, address] of Object.entries(addresses)) {
    const before = complaintsOf(page).length;
    await visit(page, address);
    if (name === 'flow-map' || name === 'flow-time') await page.locator('svg [data-key^="n "]').first().waitFor();
    const { light, dark } = await lookInBoth(page, name, view);
    const complaints = complaintsOf(page).slice(before);
    if (isWrong(light) || isWrong(dark) || complaints.length > 0) wrong[name] = { light, dark, complaints };
  }
  expect(wrong).toEqual({});
  await page.context().close();
}, 400_000);

const rules = ({ light, dark }: Record<'light' | 'dark', Found>) => [...light.axe, ...dark.axe];

test.concurrent.each(views)('without a page to show at $width px in both schemes: not on record, not signed in, a link that does not work', async (view) => {
  const page = await site.page(view);
  await visit(page, '/basics/no-such-service');
  await page.getByRole('heading', { level: 1, name: 'This is not on record.' }).waitFor();
  expect(rules(await lookInBoth(page, 'not-on-record', view))).toEqual([]);
  await page.context().close();
  const stranger = await site.stranger(view);
  await visit(stranger, '/basics');
  expect(new URL(stranger.url()).pathname + new URL(stranger.url()).search).toBe('/sign-in?to=%2Fbasics');
  expect(rules(await lookInBoth(stranger, 'sign-in', view))).toEqual([]);
  await visit(stranger, `/set-up#${'x'.repeat(43)}`);
  await stranger.getByRole('alert').waitFor();
  expect(rules(await lookInBoth(stranger, 'bad-link', view))).toEqual([]);
  await stranger.context().close();
}, 200_000);
