import { seriousFindings } from './lib/accessibility';
import {
  expect,
  horizontalOverflow,
  layoutSettled,
  openTab,
  section,
  test,
} from './lib/portal';

test('the deployment section shows what is deployed, how it got there and how well that goes', async ({
  page,
}) => {
  const deployment = section(page, 'Deployment');
  // The demonstration tells of it a moment after the portal has started.
  await expect(async () => {
    await openTab(page, 'order-processing', { suffix: '#deployment' });
    await expect(
      deployment.getByRole('table', { name: /in promotion order/ }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(deployment).toContainText('Demonstration data');

  const path = deployment.getByRole('table', {
    name: /in promotion order/,
  });
  await expect(path.getByRole('row')).toContainText([
    'Environment',
    'development',
    'qa',
    'staging',
    'production',
  ]);
  const production = path.getByRole('row').last();
  await expect(production).toContainText('2.33.0');
  await expect(production).toContainText('same artifact');
  await expect(
    production.getByRole('link', { name: /^Run \d+/ }),
  ).toHaveAttribute('href', /^https:\/\/jenkins\.example\.com\//);
  await expect(deployment).toContainText('Built once');

  await deployment.getByRole('button', { name: '90 days' }).click();
  await expect(deployment).toContainText('2 of 14 deployments');
  await expect(deployment).toContainText('30 minutes');
  await expect(
    deployment.getByRole('table', { name: 'Recent runs' }).getByRole('row'),
  ).toHaveCount(6);

  for (const width of [1440, 900, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await layoutSettled(page);
    expect(await seriousFindings(page, '#deployment')).toEqual([]);
    expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
  }
});

test('an artifact is followed through five environments, and Jenkins tells of its builds', async ({
  page,
}) => {
  const deployment = section(page, 'Deployment');
  const path = deployment.getByRole('table', {
    name: /in promotion order/,
  });
  await expect(async () => {
    await openTab(page, 'fulfilment-dispatch', { suffix: '#deployment' });
    await expect(path).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });

  for (const [row, name, version, behind] of [
    [1, 'develop', '4.9.1', ''],
    [2, 'integration', '4.9.0', '1 commit behind develop'],
    [3, 'staging', '4.8.1', '1 commit behind integration'],
    [4, 'beta', '4.8.0', '1 commit behind staging'],
    [5, 'stable', '4.7.0', '1 commit behind beta'],
  ] as const) {
    for (const text of [name, version, behind]) {
      await expect(path.getByRole('row').nth(row)).toContainText(text);
    }
  }
  await expect(deployment).toContainText('Delivery to stable');

  await expect(deployment).toContainText(
    'Demonstration data: CDEvents, Jenkins',
  );
  const runs = deployment.getByRole('table', { name: 'Recent runs' });
  const feature = runs
    .getByRole('row')
    .filter({ hasText: 'feature/smaller-images' });
  await expect(feature).toHaveCount(0);
  await deployment.getByRole('button', { name: 'Show all branches' }).click();
  await expect(feature).toHaveCount(3);
  await expect(
    runs.getByRole('row').filter({ hasText: 'main' }).last(),
  ).toContainText('Unit tests');
});
