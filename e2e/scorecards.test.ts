import { seriousFindings } from './lib/accessibility';
import { writeInPortal } from './lib/handovers';
import {
  expect,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  test,
} from './lib/portal';

const overview = {
  purpose: 'Takes orders.',
  users: ['Everybody'],
  criticality: 'high',
  impact: 'No orders.',
};

test('a fix in the handover raises the level on screen without a reload', async ({
  page,
  api,
}) => {
  test.slow();
  await writeInPortal(api, 'scored-service', { overview }, 'Overview');
  await openTab(page, 'scored-service');
  const scorecards = section(page, 'Scorecards');
  const fix = scorecards.getByText(
    'Name each level of the escalation and how to reach it.',
  );
  await expect(fix).toBeVisible({ timeout: 45_000 });

  await writeInPortal(
    api,
    'scored-service',
    {
      overview,
      escalation: { levels: [{ who: 'On-call', how: 'Page them.' }] },
      rollback: { steps: [{ do: 'Go back.' }] },
    },
    'Escalation and rollback',
  );
  await expect(scorecards.getByText('Bronze: 5 of 5 checks')).toBeVisible({
    timeout: 45_000,
  });
  await expect(
    scorecards.getByText('Level: No level yet before, Bronze now'),
  ).toBeVisible();
  await expect(fix).toBeHidden();
});

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
  await expect(page.getByText('There are no such exemptions.')).toBeVisible();
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
