import {
  type APIRequestContext,
  type BrowserContext,
  type Locator,
  type Page,
  expect,
  test as base,
} from '@playwright/test';

export { expect };

/** Entities whose handover must have been read before a test looks at it, and its state. */
const SETTLED = {
  'component/default/order-processing': 'ok',
  'component/default/fulfilment-dispatch': 'ok',
  'component/default/hostile-texts': 'ok',
  'component/default/price-archive': 'ok',
  'component/default/tax-calculator': 'ok',
  'component/default/loyalty-points': 'invalid',
  'component/default/currency-rates': 'unreachable',
  'component/default/storefront-web': 'missing',
  'system/default/order-management': 'ok',
  // Tests write these: any state will do.
  'component/default/edited-file': /./,
  'component/default/written-in-portal': /./,
  'component/default/many-entries': /./,
  'component/default/handed-over': /./,
};

type WorkerFixtures = {
  /** Calls the backend's `/api/handover/` as the guest; paths without a leading slash. */
  api: APIRequestContext;
};

type TestFixtures = {
  theme: 'light' | 'dark';
  /** A page in a browser of its own, signed in as this user of the examples: `user:default/asha.rao`. */
  pageOf: (user: string) => Promise<Page>;
};

/** Signs in a page that is opened later, and collects its errors. */
async function preparePage(
  page: Page,
  choice: { provider: string; theme: string; errors: string[] },
): Promise<void> {
  const { errors, ...stored } = choice;
  page.on('pageerror', error => errors.push(error.message));
  await page.addInitScript(({ provider, theme }) => {
    // Frames of other origins have no storage, and need none.
    if (window === window.top) {
      localStorage.setItem('@backstage/core:SignInPage:provider', provider);
      localStorage.setItem('theme', theme);
    }
  }, stored);
}

/** Playwright's `test` with the guest signed in, and a backend that has read the handovers. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  theme: ['light', { option: true }],

  api: [
    async ({ playwright }, use, { project }) => {
      const { baseURL } = project.use;
      const anonymous = await playwright.request.newContext({ baseURL });
      const response = await anonymous.post('/api/auth/guest/refresh', {
        data: {},
      });
      const { backstageIdentity } = await response.json();
      await anonymous.dispose();
      const api = await playwright.request.newContext({
        baseURL: `${baseURL}/api/handover/`,
        extraHTTPHeaders: {
          Authorization: `Bearer ${backstageIdentity.token}`,
        },
      });
      for (const [entity, status] of Object.entries(SETTLED)) {
        await expect
          .poll(
            async () => {
              const answer = await api.get(`documents/${entity}`);
              const state = answer.ok() ? await answer.json() : {};
              return state.checkedAt ? state.status : '';
            },
            { message: `state of ${entity}`, timeout: 45_000 },
          )
          .toMatch(status);
      }
      await use(api);
      await api.dispose();
    },
    { scope: 'worker', auto: true },
  ],

  page: async ({ page, theme }, use) => {
    const errors: string[] = [];
    await preparePage(page, { provider: 'guest', theme, errors });
    await use(page);
    expect(errors, 'errors that nothing caught').toEqual([]);
  },

  pageOf: async ({ browser, theme }, use) => {
    const errors: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async provider => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await preparePage(page, { provider, theme, errors });
      return page;
    });
    for (const context of contexts) {
      await context.close();
    }
    expect(errors, 'errors that nothing caught').toEqual([]);
  },
});

/** The path of an entity's Handover tab; `component` unless the reference names another kind. */
export function tabPath(name: string, kind = 'component'): string {
  return `/catalog/default/${kind}/${name}/handover`;
}

/** Opens the tab of an entity that has a handover, and waits for its strip. */
export async function openTab(
  page: Page,
  name: string,
  options: { kind?: string; suffix?: string } = {},
): Promise<void> {
  await page.goto(`${tabPath(name, options.kind)}${options.suffix ?? ''}`);
  await expect(glance(page)).toBeVisible();
}

/** The strip that answers first. */
export function glance(page: Page): Locator {
  return page.getByRole('region', { name: 'At a glance' });
}

/** One section, by its title. */
export function section(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** All sections of a handover, in their order. */
export const SECTION_TITLES = [
  'Overview',
  'Environments and technologies',
  'Architecture',
  'Notes and tribal knowledge',
  'Day one',
  'Deployment',
  'Rollback',
  'Known failures and fixes',
  'Change windows',
  'Danger zones',
  'Escalation',
  'Observability',
  'Resilience',
  'First thirty days',
  'Open responsibilities',
  'Completion',
];

/** How far the page can be scrolled sideways, in CSS pixels; 0 where everything fits. */
export function horizontalOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      main ? main.scrollWidth - main.clientWidth : 0,
    );
  });
}

/**
 * Makes the backend decide the gate as of another instant, for verdicts that do
 * not depend on when the test runs.
 */
export async function decideGateAt(page: Page, instant: string): Promise<void> {
  await page.route(/\/api\/handover\/gate\//, route => {
    const url = new URL(route.request().url());
    if (!/\/(occurrences|calendar\.ics)$/.test(url.pathname)) {
      url.searchParams.set('at', instant);
    }
    return route.continue({ url: url.href });
  });
}

/** Most frames that an animation is waited for. An animation that is not painted never ends. */
const MAX_FRAMES = 120;

/** Waits for the animations and frames that a change of the page still causes. */
export function layoutSettled(page: Page): Promise<void> {
  return page.evaluate(async maxFrames => {
    const frame = () => new Promise(requestAnimationFrame);
    const isMoving = () =>
      document
        .getAnimations()
        .some(
          ({ effect, playState }) =>
            playState === 'running' &&
            effect?.getComputedTiming().endTime !== Infinity,
        );
    await frame();
    await frame();
    for (let frames = 0; frames < maxFrames && isMoving(); frames += 1) {
      await frame();
    }
  }, MAX_FRAMES);
}
