import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { manyEntries, writeInPortal } from './lib/handovers';
import { expect, glance, openTab, section, tabPath, test } from './lib/portal';

/** Names of lazy chunks and their size, compressed as a web server does. */
async function chunksOf(responses: Response[]): Promise<Map<string, number>> {
  const chunks = new Map<string, number>();
  for (const response of responses) {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) {
      chunks.set(pathname, gzipSync(await response.body()).length);
    }
  }
  return chunks;
}

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
const sum = (numbers: Iterable<number>) =>
  [...numbers].reduce((total, each) => total + each, 0);

test('the first paint of the tab loads at most 120 KB of chunks, the calendar comes after', async ({
  page,
  context,
}) => {
  // A tab without anything of ours: whatever the Handover tab loads besides is on our account.
  const others: Response[] = [];
  const other = await context.newPage();
  other.on('response', response => others.push(response));
  await other.addInitScript(() =>
    localStorage.setItem('@backstage/core:SignInPage:provider', 'guest'),
  );
  await other.goto('/catalog/default/component/order-processing/apis');
  await expect(other.getByText('Consumed APIs')).toBeVisible();
  const without = await chunksOf(others);
  await other.close();

  const responses: Response[] = [];
  page.on('response', response => responses.push(response));
  await openTab(page, 'order-processing');
  await expect(
    glance(page).getByRole('button', { name: /^production:/ }),
  ).toBeVisible();
  await page.waitForLoadState('networkidle');
  const first = [...(await chunksOf(responses))].filter(
    ([name]) => !without.has(name),
  );
  const firstBytes = sum(first.map(([, size]) => size));
  responses.length = 0;

  await section(page, 'Change windows').scrollIntoViewIfNeeded();
  await expect(
    section(page, 'Change windows').getByRole('button', {
      name: 'Month',
      exact: true,
    }),
  ).toBeVisible();
  const later = await chunksOf(responses);
  const laterBytes = sum(later.values());

  console.log(
    `First paint of the tab: ${kilobytes(firstBytes)} of gzipped chunks (${
      first.length
    }); the calendar after it: ${kilobytes(laterBytes)} (${later.size})`,
  );
  expect(first.length).toBeGreaterThan(0);
  expect(firstBytes).toBeLessThanOrEqual(120 * 1024);
  expect(laterBytes).toBeGreaterThan(50 * 1024);
});

test('500 failures are all there, and can be searched', async ({
  page,
  api,
}) => {
  test.slow();
  await writeInPortal(api, 'many-entries', manyEntries(), 'Search');
  await page.goto(tabPath('many-entries'));
  const failures = section(page, 'Known failures and fixes');
  await expect(failures.getByText('Consumer 499 falls behind')).toBeAttached({
    timeout: 30_000,
  });

  // Searching narrows them down while one types.
  const search = failures.getByRole('searchbox');
  await search.pressSequentially('consumer 437');
  await expect(failures.getByText('1 of 500 failures')).toBeVisible();
  await expect(failures.getByText('Consumer 437 falls behind')).toBeVisible();
});
