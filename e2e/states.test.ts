import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { toYaml, writeInPortal } from './lib/handovers';
import { layoutShifts, watchLayoutShifts } from './lib/layoutShifts';
import { expect, glance, openTab, section, tabPath, test } from './lib/portal';

test('empty: says what a handover is and offers a valid one to copy', async ({
  page,
  api,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(tabPath('storefront-web'));
  await expect(
    page.getByRole('heading', { name: 'No handover yet' }),
  ).toBeVisible();
  await expect(
    page.getByText(/A handover holds everything a new owner needs/),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Copy handover.yaml' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied' }),
  ).toBeAttached();
  const yaml = await page.evaluate(() => navigator.clipboard.readText());
  expect(yaml).toContain('component:default/storefront-web');
  expect(yaml).toContain('The web shop that customers see.');
  expect(yaml).toContain('component:default/order-processing');
  const validation = await api.post('documents/validate', { data: { yaml } });
  expect(validation.ok()).toBe(true);
  const { problems, coverage } = await validation.json();
  expect(problems).toEqual([]);
  expect(coverage.covered).toBeGreaterThan(0);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download handover.yaml' }).click();
  expect((await download).suggestedFilename()).toBe('handover.yaml');
});

test('invalid: every problem with its line, and the valid sections', async ({
  page,
  api,
}) => {
  await page.goto(tabPath('loyalty-points'));
  const notice = page.getByRole('region', {
    name: /The document has \d+ problems/,
  });
  const { problems } = await (
    await api.get('documents/component/default/loyalty-points')
  ).json();
  expect(problems.length).toBeGreaterThan(5);
  await expect(notice.getByRole('listitem')).toHaveCount(problems.length);
  await expect(
    notice.getByRole('listitem').filter({ hasText: 'rollback.step' }),
  ).toContainText(
    /Line 19, column 3.*unknown key 'step', did you mean 'steps'/,
  );
  await expect(notice.getByText(/There is no good revision/)).toBeVisible();
  await expect(notice.getByText('handover.yaml')).toBeVisible();
  const dayOne = section(page, 'Day one');
  await expect(dayOne.getByText('Not in force', { exact: true })).toBeVisible();
  await expect(dayOne.getByText('Points console')).toBeVisible();
  await expect(
    section(page, 'Rollback').getByText('Has errors', { exact: true }),
  ).toBeVisible();
});

test('stale, unreachable, partial, not applicable: each says so', async ({
  page,
}) => {
  await openTab(page, 'tax-calculator');
  await expect(
    section(page, 'This handover is stale').getByText(/review was due on/),
  ).toBeVisible();

  await page.goto(tabPath('currency-rates'));
  const unreachable = section(page, 'The document cannot be reached');
  await expect(
    unreachable.getByText(/git\.partner\.example.*not allowed/),
  ).toBeVisible();
  await expect(
    unreachable.getByRole('button', { name: 'Try again' }),
  ).toBeVisible();

  await openTab(page, 'fulfilment-dispatch');
  const missing = glance(page).getByText(
    /What is missing|fields? (is|are) missing/,
  );
  await missing.click();
  const first = glance(page).getByRole('listitem').getByRole('link').last();
  const target = await first.textContent();
  await first.click();
  const [key] = target!.split('.');
  await expect(page).toHaveURL(new RegExp(`#${key}$`));
  await expect(page.locator(`#${key}`)).toBeInViewport();
  await expect(page.locator(`#${key}`).getByText(target!)).toBeVisible();
  await expect(page.getByText('Partly covered').first()).toBeAttached();

  await openTab(page, 'price-archive');
  await expect(
    page
      .getByRole('region')
      .filter({ hasText: /Not applicable: / })
      .first()
      .getByText('Not applicable', { exact: true }),
  ).toBeAttached();
});

/** Waits until the backend has read the file that a test wrote or removed. */
function statusSettled(api: APIRequestContext, status: string) {
  return expect
    .poll(
      async () => {
        const response = await api.get(
          'documents/component/default/edited-file',
        );
        return (await response.json()).status;
      },
      { timeout: 30_000 },
    )
    .toBe(status);
}

test('a file that appears, breaks, is mended and goes away', async ({
  page,
  api,
}) => {
  test.slow();
  const file = path.join(__dirname, 'fixtures/edited/handover.yaml');
  const good = (purpose: string) =>
    toYaml({
      overview: { purpose },
      environments: { items: [{ name: 'production' }] },
    });
  const settled = (status: string) => statusSettled(api, status);
  const overview = section(page, 'Overview');

  try {
    await rm(file, { force: true });
    await settled('missing');
    await writeFile(file, good('The first version.'));
    await settled('ok');
    await openTab(page, 'edited-file');
    await expect(overview.getByText('The first version.')).toBeVisible();

    await writeFile(file, good('The second version.').replace('items', 'itms'));
    await settled('invalid');
    await page.reload();
    const invalid = section(page, 'The document has 1 problem');
    await expect(invalid).toContainText(
      /Line \d+, column \d+.*'itms', did you mean 'items'/,
    );
    await expect(invalid).toContainText(/last good revision/);
    await expect(overview.getByText('The first version.')).toBeVisible();

    // Mended while the page is open: the button asks again.
    await writeFile(file, good('The second version.'));
    await settled('ok');
    await invalid.getByRole('button', { name: 'Try again' }).click();
    await expect(overview.getByText('The second version.')).toBeVisible();
    await expect(invalid).toHaveCount(0);

    await rm(file);
    await settled('missing');
    await page.reload();
    await expect(
      section(page, 'The document was moved or deleted'),
    ).toBeVisible();
    await expect(overview.getByText('The second version.')).toBeVisible();
  } finally {
    await rm(file, { force: true });
  }
});

const WRITTEN = 'written-in-portal';

/** Writes two revisions that differ in text, order and sections. */
async function writeTwoRevisions(api: APIRequestContext) {
  const content = {
    overview: { purpose: 'Takes orders from the shop.' },
    failures: {
      items: [
        { symptom: 'Pods restart', fix: 'Raise the limit to 512Mi.' },
        { symptom: 'Queue grows', fix: 'Restart the consumer.' },
      ],
    },
  };
  const from = await writeInPortal(api, WRITTEN, content, 'Begin');
  const [restart, queue] = content.failures.items;
  const to = await writeInPortal(
    api,
    WRITTEN,
    {
      overview: { purpose: 'Takes orders from the shop and partners.' },
      failures: {
        items: [queue, { ...restart, fix: 'Raise the limit to 1Gi.' }],
      },
      dangerZones: { items: [{ what: 'The ledger' }] },
    },
    'Correct the limit',
  );
  return { from, to };
}

test('revisions are listed and compared by their meaning', async ({
  page,
  api,
}) => {
  const { from, to } = await writeTwoRevisions(api);
  expect(to).toBe(from + 1);

  await openTab(page, WRITTEN);
  await expect(
    glance(page).getByText(`Revision ${to} from the portal`),
  ).toBeVisible();
  await page.getByRole('heading', { name: 'Revision history' }).click();

  const revisions = page.getByRole('table', { name: 'Revisions' });
  const newest = revisions.getByRole('row').nth(1);
  await expect(newest).toContainText('Correct the limit');
  await expect(newest).toContainText(/guest/i);
  await expect(
    page.getByRole('heading', {
      name: `Changes from revision ${from} to ${to}`,
    }),
  ).toBeVisible();

  const changes = (title: string) => page.getByRole('list', { name: title });
  await expect(changes('Overview').getByRole('insertion')).toHaveText(
    /and partners/,
  );
  const failures = changes('Known failures and fixes');
  await expect(failures.getByRole('listitem')).toHaveCount(2);
  await expect(failures).toContainText(/Moved/);
  await expect(failures.getByRole('deletion')).toHaveText(/512Mi/);
  await expect(failures.getByRole('insertion')).toHaveText(/1Gi/);
  await expect(changes('Danger zones')).toContainText(/Added.*The ledger/s);

  await revisions
    .getByRole('button', { name: `Show the YAML of revision ${from}` })
    .click();
  const dialog = page.getByRole('dialog', { name: `Revision ${from}` });
  await expect(dialog).toContainText('Raise the limit to 512Mi.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('whoever started from an older revision overwrites nothing', async ({
  api,
}) => {
  const { from } = await writeTwoRevisions(api);
  const late = await api.put(`documents/component/default/${WRITTEN}`, {
    headers: { 'If-Match': `"${from}"` },
    data: { yaml: toYaml({ overview: { purpose: 'Too late.' } }) },
  });
  expect(late.status()).toBe(412);
});

test('loads without layout jumps, and fails with another try', async ({
  page,
}) => {
  const documents =
    '**/api/handover/documents/component/default/order-processing';
  await watchLayoutShifts(page);
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(documents, async route => {
    await held;
    await route.continue();
  });
  await page.goto(tabPath('order-processing'));
  await expect(page.getByText('Loading the handover')).toBeAttached();
  release();
  await expect(
    glance(page).getByRole('button', { name: /^production:/ }),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await layoutShifts(page)).toBeLessThan(0.1);
  await page.unroute(documents);

  let asked = 0;
  await page.route(documents, route => {
    asked += 1;
    return asked > 1
      ? route.continue()
      : route.fulfill({
          status: 500,
          json: {
            error: { name: 'Error', message: 'The database is asleep' },
            response: { statusCode: 500 },
          },
        });
  });
  await page.reload();
  const alert = page.getByRole('alert').filter({
    hasText: 'The handover could not be loaded',
  });
  await expect(alert).toContainText('The database is asleep');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(glance(page)).toBeVisible();
  await expect(alert).toHaveCount(0);

  // The gate fails alone.
  await page.route('**/api/handover/gate/**', route => route.abort());
  await page.reload();
  await expect(glance(page).getByRole('alert')).toContainText(
    'The gate did not answer',
  );
  await expect(section(page, 'Rollback')).toBeVisible();
  await page.unroute('**/api/handover/gate/**');
  await glance(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(
    glance(page).getByRole('button', { name: /^production: / }),
  ).toBeVisible();
});
