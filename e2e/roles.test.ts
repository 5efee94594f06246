import type { Page } from '@playwright/test';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { seriousFindings } from './lib/accessibility';
import { toYaml } from './lib/handovers';
import {
  expect,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  test,
} from './lib/portal';

const PLATFORM = 'user:default/asha.rao';
const OWNER = 'user:default/yuki.tanaka';
const APPROVER = 'user:default/vikram.iyer';

const SCORECARD = path.join(__dirname, 'fixtures/scorecards/shop-ready.yaml');
const HANDOVER = path.join(__dirname, 'fixtures/handed-over/handover.yaml');

/** Whatever waits until the portal has read a file, and evaluated the service. */
const EVALUATED = { timeout: 45_000 };

const day = (fromNow: number) =>
  new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

const NEW_CHECK_STARTS = '  - id: escalation';

const NEW_CHECK = `
${NEW_CHECK_STARTS}
    title: Way to escalate
    level: full
    why: Somebody must be able to help at night.
    fix:
      text: Name whom to call, and how.
      section: escalation
    condition: document.covered['escalation.levels']
    enforcedFrom: ${day(30)}
`;

const overview = { purpose: 'Sells.', users: ['Buyers'], criticality: 'high' };

const initiatives = (page: Page) =>
  page.getByRole('link', { name: 'Escalation everywhere' });

/** Fills in the dialog that is open, for an initiative that asks for the new check. */
async function draftInitiative(page: Page) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Title/).fill('Escalation everywhere');
  await dialog.getByLabel(/^Owner(?!s)/).fill('platform');
  await page.getByRole('option', { name: 'Platform team' }).click();
  await dialog.getByLabel('Scorecard').selectOption('Shop ready');
  await dialog.getByLabel('Some checks').check();
  await dialog.getByLabel('Full: Way to escalate').check();
  await dialog.getByRole('button', { name: 'Save as draft' }).click();
}

for (const theme of ['light', 'dark']) {
  test(`anyone chooses whom to sign in as, and signs out, in the ${theme} theme`, async ({
    browser,
  }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(
      chosen => localStorage.setItem('theme', chosen),
      theme,
    );
    await page.goto('/settings');
    await expect(page.getByRole('button')).toHaveText([
      'Enter',
      'Sign in',
      'Sign in',
      'Sign in',
    ]);
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await layoutSettled(page);
      expect.soft(await seriousFindings(page, 'main')).toEqual([]);
      expect.soft(await horizontalOverflow(page)).toBe(0);
    }
    await page.getByRole('button', { name: 'Sign in as Yuki Tanaka' }).click();
    await expect(page.getByText('yuki.tanaka@example.com')).toBeVisible();
    await page.reload();
    await expect(page.getByText('yuki.tanaka@example.com')).toBeVisible();

    await page.getByRole('button', { name: 'more' }).click();
    await page.getByRole('menuitem', { name: 'Sign Out' }).click();
    await expect(page.getByRole('button', { name: 'Enter' })).toBeVisible();
    await context.close();
  });
}

test('a user whose sign-in fails can choose again', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/api/auth/example/refresh', route =>
    route.fulfill({
      status: 403,
      json: {
        error: { name: 'NotAllowedError', message: 'Not in development' },
        response: { statusCode: 403 },
      },
    }),
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in as Asha Rao' }).click();
  await expect(page.getByText('Not in development').first()).toBeVisible();
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(
    page.getByRole('heading', { name: 'Example Company Catalog' }),
  ).toBeVisible();
  await context.close();
});

test.describe('a check is added, and three people deal with it', () => {
  // Each step begins with what the one before has left.
  test.describe.configure({ mode: 'serial' });
  test.slow();

  let original: string;
  test.beforeAll(async () => {
    // A run that was killed may have left the check in it.
    [original] = (await readFile(SCORECARD, 'utf8')).split(NEW_CHECK_STARTS);
    await writeFile(SCORECARD, original);
    await writeFile(HANDOVER, toYaml({ overview }));
  });
  test.afterAll(async () => {
    await writeFile(SCORECARD, original);
    await rm(HANDOVER, { force: true });
  });

  test('the platform team sees what the check will do, and starts an initiative', async ({
    pageOf,
  }) => {
    const page = await pageOf(PLATFORM);
    await writeFile(SCORECARD, original.trimEnd() + NEW_CHECK);
    await page.goto('/handover?view=scorecards');
    const preview = page.getByRole('region', {
      name: 'What counts next in Shop ready',
    });
    await expect(async () => {
      await page.reload();
      await expect(preview).toBeVisible({ timeout: 3_000 });
    }).toPass(EVALUATED);
    await expect(preview).toContainText('“Way to escalate” counts.');
    await expect(preview).toContainText('0 of 1 services lose a level.');
    await expect(preview).toContainText('Way to escalate: 1 fail now');

    await page.goto('/handover?view=initiatives');
    await page.getByRole('button', { name: 'New initiative' }).click();
    await draftInitiative(page);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Publish' })
      .click();
    await expect(
      page.getByRole('table', { name: 'Services of the initiative' }),
    ).toContainText('Handed over', EVALUATED);
    await expect(page.getByText('0 of 1 reached').first()).toBeVisible();
  });

  test('the owner sees what to fix, and requests an exemption', async ({
    pageOf,
  }) => {
    const page = await pageOf(OWNER);
    const decided = page.waitForResponse('**/api/permission/authorize');
    await page.goto('/handover?view=initiatives');
    await decided;
    await expect(initiatives(page)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'New initiative' }),
    ).toBeHidden();

    await page.goto('/handover?view=team');
    await expect(initiatives(page)).toBeVisible();
    const row = page.getByRole('row').filter({ hasText: 'Steps back' });
    await expect(row).toContainText('Write each step of the rollback.');
    await row
      .getByRole('button', {
        name: 'Request exemption: Steps back of Handed over',
      })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Reason/).fill('It moves to another cluster.');
    await dialog
      .getByLabel(/^Evidence/)
      .fill('https://tickets.example.com/SHOP-7');
    await dialog.getByRole('button', { name: 'Send request' }).click();
    await expect(row).toContainText('Waiting for approval');

    await openTab(page, 'handed-over');
    const scorecards = section(page, 'Scorecards');
    await expect(
      scorecards.getByText(/Somebody else must approve it/),
    ).toBeVisible();
    const check = scorecards
      .getByRole('listitem')
      .filter({ hasText: 'Way to escalate' });
    await expect(check).toContainText('for ‘Escalation everywhere’');
    await expect(check).toContainText('counts from');
    await expect(check).toContainText('Name whom to call, and how.');
    await expect(page.getByRole('button', { name: /^Approve/ })).toBeHidden();
  });

  test('an approver approves it, and a fix in the file raises the level without a reload', async ({
    pageOf,
  }) => {
    const page = await pageOf(OWNER);
    await openTab(page, 'handed-over');
    const scorecards = section(page, 'Scorecards');
    await expect(scorecards.getByText('Basic: 0 of 1 checks')).toBeVisible();

    const other = await pageOf(APPROVER);
    await other.goto('/handover?view=exemptions');
    const row = other.getByRole('row').filter({ hasText: 'Handed over' });
    await row.getByRole('button', { name: /^Change the exemption/ }).click();
    await row.getByRole('button', { name: /^Approve/ }).click();
    await other
      .getByRole('dialog')
      .getByRole('button', { name: 'Approve' })
      .click();
    await expect(row).toContainText('In force');
    await expect(
      scorecards.getByText('Level: No level yet before, Basic now'),
    ).toBeVisible(EVALUATED);

    const fix = scorecards.getByText('Say what an outage costs.');
    await expect(fix).toBeVisible();
    await writeFile(
      HANDOVER,
      toYaml({
        overview: { ...overview, impact: 'Nobody can buy.' },
        escalation: { levels: [{ who: 'On-call', how: 'Page them.' }] },
      }),
    );
    await expect(
      scorecards.getByText('Level: Basic before, Full now'),
    ).toBeVisible(EVALUATED);
    await expect(fix).toBeHidden();
  });

  test('the initiative counts the service, and the platform team closes it', async ({
    pageOf,
  }) => {
    const page = await pageOf(PLATFORM);
    await page.goto('/handover?view=initiatives');
    await initiatives(page).click();
    await expect(page.getByText('1 of 1 reached').first()).toBeVisible();
    await page.getByText('Show as a table').click();
    await expect(
      page.getByRole('table').filter({ hasText: 'Day' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByText(/^Closed by asha\.rao/)).toBeVisible();
  });

  test('the owner is notified that the exemption was approved', async ({
    pageOf,
  }) => {
    const page = await pageOf(OWNER);
    await expect(async () => {
      await page.goto('/notifications');
      await expect(
        page.getByText('Your exemption was approved: Steps back'),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 120_000 });
  });
});
