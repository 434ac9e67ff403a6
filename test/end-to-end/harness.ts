import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startServer, type TestServerApp } from '../harness/server.ts';

export const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const pictures = fileURLToPath(new URL('../../test-results/', import.meta.url));
const quiet = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const administrator = { name: 'Ada Verwey', email: 'ada@northgate.example', password: 'five lines and one note' };

export interface View {
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly zone?: string;
}

/** Every page is loaded in these, and looked at in both schemes of each: four combinations. */
export const views: readonly View[] = [{ scheme: 'light', width: 1440 }, { scheme: 'dark', width: 390 }];

export interface Site {
  readonly app: TestServerApp;
  /** A page of somebody who is signed in as the administrator. */
  readonly page: (view?: View) => Promise<Page>;
  /** A page of a stranger. */
  readonly stranger: (view?: View) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The example company behind a real server, and a real browser whose administrator came in by the one-time link. */
export async function openSite({ example = true } = {}): Promise<Site> {
  const app = await startServer({ example });
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  const browser = await chromium.launch({ args: quiet, ...(executablePath === undefined ? {} : { executablePath }) });
  const first = await contextOf(browser, {});
  await setUp(await pageOf(first), await app.setupLink());
  const state = await first.storageState();
  await first.close();
  return {
    app,
    page: async (view) => pageOf(await contextOf(browser, { ...view, state }), app.url),
    stranger: async (view) => pageOf(await contextOf(browser, { ...view }), app.url),
    close: async () => { await browser.close(); await app.close(); },
  };
}

async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('E-mail address').fill(administrator.email);
  await page.getByRole('textbox', { name: /^Password/ }).fill(administrator.password);
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor({ state: 'attached' });
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

async function contextOf(browser: Browser, { scheme = 'light', width = 1440, zone = 'Europe/London', state }: Partial<View> & { readonly state?: State }): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: 'reduce', timezoneId: zone, locale: 'en-GB', acceptDownloads: true, ...(state === undefined ? {} : { storageState: state }) });
}

const complaints = new WeakMap<Page, string[]>();

async function pageOf(context: BrowserContext, baseURL?: string): Promise<Page> {
  const page = await context.newPage();
  const heard: string[] = [];
  complaints.set(page, heard);
  page.setDefaultTimeout(45_000);
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text()); });
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('response', (response) => { if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`); });
  if (baseURL !== undefined) {
    const go = page.goto.bind(page);
    page.goto = async (address, options) => go(new URL(address, baseURL).href, options);
  }
  await page.addInitScript(countShifts);
  return page;
}

/** Adds up how far content jumped without the reader's doing (layout shift). */
function countShifts(): void {
  const counted = globalThis as unknown as { shifted: number };
  counted.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) if (!entry.hadRecentInput) counted.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What the browser complained of on a page so far: console errors and warnings, failed requests. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page) ?? [];
}

/** Goes to an address and waits until nothing more comes and nothing is loading. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('output .mantine-Skeleton-root') === null);
}

export interface Found {
  /** Rules of WCAG 2.2 A and AA that are broken, each with where. */
  readonly axe: readonly string[];
  readonly shifted: number;
  readonly overflow: boolean;
}

// What another colour scheme can break; all else of a page is the same in both.
const ofColour = ['color-contrast', 'link-in-text-block'];
const ofAll = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looks at a page as it stands: accessibility rules, jumps, sideways scrolling. A picture is kept of what is wrong; of everything with HYMNSHEET_PICTURES. */
export async function look(page: Page, name: string, rules: 'all' | 'colour' = 'all'): Promise<Found> {
  // There are no frames, for which the builder's newer way opens a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (rules === 'all' ? axe.withTags(ofAll) : axe.withRules(ofColour)).analyze();
  const found = {
    axe: violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary ?? ''}`)),
    ...(await page.evaluate(() => ({ shifted: (globalThis as unknown as { shifted: number }).shifted, overflow: document.documentElement.scrollWidth > globalThis.innerWidth + 1 }))),
  };
  if (isWrong(found) || process.env['HYMNSHEET_PICTURES'] !== undefined) await takePicture(page, name);
  // A second go hides why the first one failed.
  if (isWrong(found)) process.stdout.write(`${name}: ${JSON.stringify(found).slice(0, 2000)}\n`);
  return found;
}

/** Whether anything found is a fault. */
export function isWrong({ axe, shifted, overflow }: Found): boolean {
  // Below 0.1, Chrome’s own measure calls a page steady.
  return axe.length > 0 || overflow || shifted >= 0.1;
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
}

/** Looks at a page in the scheme it was loaded in, then at the colours of the other one; answers by scheme. */
export async function lookInBoth(page: Page, name: string, { scheme, width }: View): Promise<Record<View['scheme'], Found>> {
  const other = scheme === 'light' ? 'dark' : 'light';
  const loaded = await look(page, `${name}-${scheme}-${width}`);
  await dress(page, other);
  const changed = await look(page, `${name}-${other}-${width}`, 'colour');
  await dress(page, scheme);
  return scheme === 'light' ? { light: loaded, dark: changed } : { light: changed, dark: loaded };
}

/** The reader's system turns light or dark; the page follows. */
async function dress(page: Page, scheme: View['scheme']): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForFunction((wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted, scheme);
}
