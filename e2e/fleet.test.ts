import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seriousFindings } from './lib/accessibility';
import { expect, horizontalOverflow, layoutSettled, test } from './lib/portal';

const WIDTHS = [1440, 900, 390];

const services = (page: Page) =>
  page.getByRole('table', { name: 'Services and their handovers' });

async function openFleet(page: Page, search = '') {
  await page.goto(`/handover${search}`);
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText(
    /Services\s*\d/,
  );
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ theme });
    test.slow();

    for (const [view, name, filter = ''] of [
      ['services', 'Services and their handovers'],
      ['team', /^Checks to fix/, '&owner=group:default/platform-team'],
      ['groups', 'Figures by owner'],
      ['sections', /cover each section, by owner/],
      ['scorecards', 'Levels of Handover ready'],
      ['facts', 'Facts that conditions can name'],
    ] as const) {
      test(`the fleet as ${view} has no serious finding, and fits`, async ({
        page,
      }) => {
        await openFleet(page, `?view=${view}${filter}`);
        await expect(page.getByRole('table', { name })).toBeVisible();
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await layoutSettled(page);
          const where = `${width} pixels wide`;
          expect.soft(await seriousFindings(page, 'main'), where).toEqual([]);
          expect.soft(await horizontalOverflow(page), where).toBe(0);
        }
      });
    }
  });
}

test('the fleet is reached from the navigation, and leads to a handover', async ({
  page,
}) => {
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Handover' })
    .click();
  await expect(page).toHaveURL(/\/handover$/);
  await services(page).getByRole('link', { name: 'Order processing' }).click();
  await expect(page.getByRole('region', { name: 'At a glance' })).toBeVisible();
});

test('the fleet is filtered and sorted, which Back undoes', async ({
  page,
}) => {
  await openFleet(page);
  await page.getByRole('button', { name: /^Invalid/ }).click();
  await expect(
    services(page).getByRole('link', { name: 'Loyalty points' }),
  ).toBeVisible();
  await expect(
    services(page).getByRole('link', { name: 'Order processing' }),
  ).toHaveCount(0);
  await page.goBack();
  await expect(
    services(page).getByRole('link', { name: 'Order processing' }),
  ).toBeVisible();

  const coverage = services(page).getByRole('columnheader', {
    name: /Coverage/,
  });
  await coverage.getByRole('button').click();
  await coverage.getByRole('button').click();
  await expect(coverage).toHaveAttribute('aria-sort', 'descending');
  await expect(
    services(page).getByRole('row').nth(1).getByRole('cell', { name: /100%/ }),
  ).toBeVisible();
  await page.reload();
  await expect(coverage).toHaveAttribute('aria-sort', 'descending');
});

test('a department sees the services of its teams', async ({ page }) => {
  await openFleet(page, '?owner=group:default/engineering');
  await expect(
    page.getByRole('heading', { name: 'No service matches the filters' }),
  ).toBeVisible();
  await page
    .getByRole('checkbox', { name: 'Include the groups below' })
    .check();
  await expect(
    services(page).getByRole('link', { name: 'Order processing' }),
  ).toBeVisible();
});

test('the page of a department shows the levels of its teams, and leads to their services', async ({
  page,
}) => {
  await page.goto('/catalog/default/group/engineering');
  await expect(
    page.getByRole('table', { name: 'Services by level of Handover ready' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Show the services' }).click();
  await expect(page).toHaveURL(
    /\/handover\?owner=group%3Adefault%2Fengineering&ownerTree=true$/,
  );
  await expect(
    services(page).getByRole('link', { name: 'Order processing' }),
  ).toBeVisible();
});

test('a view is saved under a name, opened after a reload, and deleted', async ({
  page,
}) => {
  await openFleet(page, '?view=groups&by=system');
  const open = page.getByRole('button', { name: 'Saved views' });
  const dialog = page.getByRole('dialog', { name: 'Saved views' });
  await open.click();
  await dialog.getByLabel('Name of this view').fill('By system');
  await dialog.getByLabel('Name of this view').press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Saved “By system”.');
  expect(await seriousFindings(page, '[role="dialog"]')).toEqual([]);

  await openFleet(page);
  await open.click();
  await dialog.getByRole('link', { name: 'By system' }).click();
  await expect(page).toHaveURL(/\?view=groups&by=system$/);
  await open.click();
  await dialog.getByRole('button', { name: 'Delete By system' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Deleted “By system”.');
});

test('a group leads to its services, with the same number', async ({
  page,
}) => {
  await openFleet(page, '?view=groups');
  const row = page
    .getByRole('table', { name: 'Figures by owner' })
    .getByRole('row')
    .filter({ hasText: 'Payments team' });
  const count = await row.getByRole('cell').first().innerText();
  await row.getByRole('link').click();
  await expect(
    page.getByRole('heading', { name: new RegExp(`^${count} services?$`) }),
  ).toBeVisible();
  await expect(page).toHaveURL(/owner=group%3Adefault%2Fpayments-team/);
});

test('the list is downloaded as it is filtered', async ({ page }) => {
  await openFleet(page, '?q=order&columns=service,owner');
  await expect(services(page)).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const file = await (await downloading).path();
  const [header, ...lines] = (await readFile(file, 'utf8'))
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n');
  expect(header).toBe('Service,Owner');
  expect(lines).toContain('Order processing,group:default/platform-team');
  await expect(services(page).getByRole('row')).toHaveCount(lines.length + 1);
});
