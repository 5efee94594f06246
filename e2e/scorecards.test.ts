import { seriousFindings } from './lib/accessibility';
import {
  expect,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  test,
} from './lib/portal';

test('an owner requests an exemption, which nobody approves for themselves', async ({
  page,
}) => {
  await openTab(page, 'storefront-web');
  const scorecards = section(page, 'Scorecards');
  await scorecards
    .getByRole('button', { name: 'Request exemption: Steps of a rollback' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Reason/).fill('It moves to **another team**.');
  await dialog
    .getByLabel(/^Evidence/)
    .fill('https://tickets.example.com/SHOP-12');
  await dialog.getByRole('button', { name: 'Send request' }).click();
  await expect(
    scorecards.getByText(/requested by guest\. Somebody else must approve it/),
  ).toBeVisible();
  await expect(
    scorecards.getByRole('button', { name: /^Approve/ }),
  ).toBeHidden();

  await page.goto('/handover?view=exemptions');
  const row = page.getByRole('row').filter({ hasText: 'Steps of a rollback' });
  await expect(row).toContainText('Waiting for approval');
  expect(await seriousFindings(page, 'main')).toEqual([]);
  await row.getByRole('button', { name: /^Change the exemption/ }).click();
  await row.getByRole('button', { name: /^Withdraw/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await expect(row).toHaveCount(0);
});

test('the platform team runs an initiative from draft to closed', async ({
  page,
}) => {
  await page.goto('/handover?view=initiatives');
  await page.getByRole('button', { name: 'New initiative' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Title/).fill('Bronze for all');
  await dialog.getByLabel(/^Owner(?!s)/).fill('platform');
  await page.getByRole('option', { name: 'Platform team' }).click();
  expect(await seriousFindings(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Save as draft' }).click();
  await expect(page.getByText(/^This is a draft/)).toBeVisible();

  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(
    page.getByRole('table', { name: 'Services of the initiative' }),
  ).toBeVisible({ timeout: 45_000 });
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await layoutSettled(page);
    expect.soft(await seriousFindings(page, 'main'), `${width}`).toEqual([]);
    expect.soft(await horizontalOverflow(page), `${width}`).toBe(0);
  }

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.getByLabel('Note').fill('Good **enough**.');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/^Closed by guest/)).toBeVisible();
});
