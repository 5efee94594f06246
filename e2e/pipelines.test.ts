import { seriousFindings } from './lib/accessibility';
import {
  expect,
  horizontalOverflow,
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
      deployment.getByRole('table', { name: /in the order of promotion/ }),
    ).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  await expect(deployment).toContainText('Demonstration data');

  const path = deployment.getByRole('table', {
    name: /in the order of promotion/,
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
  await expect(production).toContainText('the same artifact, unchanged');
  await expect(
    production.getByRole('link', { name: /^Run \d+/ }),
  ).toHaveAttribute('href', /^https:\/\/jenkins\.example\.com\//);
  await expect(deployment).toContainText('Built once');

  await deployment.getByRole('button', { name: '90 days' }).click();
  await expect(deployment).toContainText('2 of 14 deployments');
  await expect(deployment).toContainText('30 minutes');
  await expect(
    deployment.getByRole('table', { name: 'Last runs' }).getByRole('row'),
  ).toHaveCount(6);

  for (const width of [1440, 900, 400]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(200);
    expect(await seriousFindings(page, '#deployment')).toEqual([]);
    expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
  }
});
