import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, glance, openTab, section, test } from './lib/portal';

const NAME = 'order-processing';

function windows(page: Page) {
  return section(page, 'Change windows');
}

async function openCalendar(page: Page) {
  await openTab(page, NAME, { suffix: '#windows' });
  await windows(page)
    .getByRole('button', { name: 'Month', exact: true })
    .scrollIntoViewIfNeeded();
}

test('comes after the first paint, when its place is near', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', request => requests.push(new URL(request.url()).pathname));
  await openTab(page, NAME);
  await expect(
    glance(page).getByRole('button', { name: /^production:/ }),
  ).toBeVisible();
  await expect(windows(page).getByText('Month-end freeze')).toBeAttached();
  await page.waitForLoadState('networkidle');
  const asksForOccurrences = (path: string) => path.endsWith('/occurrences');
  expect(requests.filter(asksForOccurrences)).toEqual([]);
  const before = requests.length;

  // The text itself is replaced when the calendar comes.
  await windows(page).scrollIntoViewIfNeeded();
  await expect(
    windows(page).getByRole('button', { name: 'Month', exact: true }),
  ).toBeVisible();
  const after = requests.slice(before);
  const chunk = after.findIndex(path => path.endsWith('.chunk.js'));
  expect(chunk, 'the calendar has a chunk of its own').toBeGreaterThanOrEqual(
    0,
  );
  await expect
    .poll(() => requests.slice(before).findIndex(asksForOccurrences))
    .toBeGreaterThan(chunk);
});

test('shows month, week and list, in either zone, and moves in time', async ({
  page,
}) => {
  // The time goes on: some of Backstage's components never settle at a fixed one.
  // November 2026: the working days, the sales from the 27th, the month's end.
  await page.clock.install({ time: new Date('2026-11-20T09:00:00Z') });
  await openCalendar(page);
  const calendar = windows(page);
  const view = (name: string) =>
    calendar.getByRole('button', { name, exact: true });
  const peakHours = (start: string) =>
    calendar.getByRole('button', {
      name: new RegExp(`Denies: ${start}.*Peak business hours`),
    });

  await expect(calendar.getByText('November 2026')).toBeVisible();
  await expect(view('Month')).toHaveAttribute('aria-pressed', 'true');
  await expect(peakHours('04:30').first()).toBeVisible();
  await expect(calendar.getByText('Peak sales').last()).toBeVisible();

  // 10:00 in Kolkata is 04:30 in UTC.
  await calendar.getByLabel('Time zone').selectOption('Asia/Kolkata');
  await expect(peakHours('10:00').first()).toBeVisible();
  await expect(peakHours('04:30')).toHaveCount(0);

  await view('Later').click();
  await expect(calendar.getByText('December 2026')).toBeVisible();
  await expect(calendar.getByText('Year-end sale').last()).toBeVisible();
  await view('Today').click();
  await expect(calendar.getByText('November 2026')).toBeVisible();
  await view('Earlier').click();
  await expect(calendar.getByText('October 2026')).toBeVisible();
  await view('Today').click();

  await view('Week').click();
  await expect(calendar.getByText(/16.*22.*Nov.*2026/)).toBeVisible();
  await expect(peakHours('10:00')).toHaveCount(5);

  // The working days of the next two weeks, today's among them.
  await view('List').click();
  await expect(peakHours('10:00')).toHaveCount(10);
  await calendar.getByLabel('Environment').selectOption('staging');
  await expect(peakHours('10:00')).toHaveCount(0);
  const endOfDay = calendar.getByRole('button', {
    name: /End-of-day processing/,
  });
  await expect(endOfDay.first()).toBeVisible();
  await endOfDay.first().click();
  const dialog = page.getByRole('dialog', { name: 'End-of-day processing' });
  await expect(dialog).toContainText(/23:00.*01:00.*Asia\/Kolkata/);
  await expect(dialog).toContainText(/17:30.*19:30.*UTC/);
  await expect(dialog).toContainText('staging, production');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('says when windows cannot be loaded, and tries again', async ({
  page,
}) => {
  let failing = true;
  await page.route('**/occurrences?*', route =>
    failing
      ? route.fulfill({
          status: 503,
          json: {
            error: { name: 'ServiceUnavailableError', message: 'Come back' },
            response: { statusCode: 503 },
          },
        })
      : route.continue(),
  );
  await openCalendar(page);
  const alert = windows(page).getByRole('alert');
  await expect(alert).toContainText('Come back');
  failing = false;
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(
    windows(page)
      .getByRole('button', { name: /^Denies: / })
      .first(),
  ).toBeVisible();
});

test('goes along as iCalendar', async ({ page, api, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openCalendar(page);
  const download = page.waitForEvent('download');
  await windows(page)
    .getByRole('button', { name: 'Download as iCalendar' })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${NAME}.ics`);
  const ics = await readFile(await file.path(), 'utf8');
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(ics).toContain('TZID:Asia/Kolkata');
  expect(ics.match(/^BEGIN:VEVENT/gm)).toHaveLength(6);

  await windows(page)
    .getByRole('button', { name: 'Copy feed address' })
    .click();
  await expect(
    windows(page).getByText(/^Copied\. Your calendar/),
  ).toBeVisible();
  const feed = await page.evaluate(() => navigator.clipboard.readText());
  const response = await api.get(feed);
  expect(response.headers()['content-type']).toMatch(/^text\/calendar/);
  expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
});
