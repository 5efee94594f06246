import { seriousFindings } from './lib/accessibility';
import {
  expect,
  horizontalOverflow,
  openTab,
  section,
  test,
} from './lib/portal';

test('an incident shows first what fails, with the documented fix', async ({
  page,
}) => {
  await openTab(page, 'order-processing', { suffix: '?view=incident' });
  const title = page.getByRole('heading', { name: 'Handover: incident view' });
  await expect(title).toBeVisible();
  const fails = section(page, 'Failing now');
  await expect(fails).toContainText('CrashLoopBackOff');
  await expect(fails).toContainText('PAYMENTS_CALLBACK_URL is not set');
  await expect(fails).toContainText('Validate the location of the secret');
  await expect(fails).toContainText(
    /kubectl --context production -n order-processing describe pod order-processing-\w+-\w+/,
  );
  await fails.getByRole('button', { name: 'Show log' }).click();
  await expect(
    fails.getByRole('region', { name: /^Log of order-processing-/ }),
  ).toContainText('PAYMENTS_CALLBACK_URL is not set');
  await fails.getByRole('button', { name: 'Show events' }).click();
  await expect(
    fails.getByRole('list', { name: /^Events of order-processing-/ }),
  ).toContainText('BackOff');
  await expect(
    fails.getByRole('link', { name: 'Kubernetes tab' }),
  ).toHaveAttribute('href', /\/order-processing\/kubernetes$/);
  await expect(section(page, 'What is wrong')).toContainText(
    /Suspected change: 2\.33\.0, deployed .* by \w+; before it: 2\.32\.1/,
  );
  await expect(fails).not.toContainText('Healthy');
  await expect(page.getByRole('heading', { level: 2 })).toContainText([
    'Failing now',
    'Known failures and fixes',
    'Rollback',
  ]);
});

test('environments show what runs in them, and name a cluster that does not let one in', async ({
  page,
}) => {
  await openTab(page, 'order-processing', { suffix: '#environments' });
  const environments = section(page, 'Environments and technologies');
  const production = environments.getByRole('table', {
    name: 'production',
    exact: true,
  });
  await expect(production).toContainText('order-processing:2.33.0');
  await expect(production).toContainText('Degraded');
  await expect(production).toContainText('orders.example.com');
  await expect(
    environments.getByText(
      'The cluster rejects the portal’s credentials (401).',
    ),
  ).toHaveCount(2);
  await expect(environments).toContainText('production (demonstration)');
});

test('a rollback goes back to the live revision, whoever manages it', async ({
  page,
}) => {
  await openTab(page, 'order-processing', { suffix: '#rollback' });
  await expect(section(page, 'Rollback')).toContainText(
    'kubectl --context production --namespace order-processing rollout undo deployment/order-processing --to-revision=13',
  );
  await openTab(page, 'fulfilment-dispatch', { suffix: '#rollback' });
  await expect(section(page, 'Rollback')).toContainText(
    'kubectl --context production --namespace fulfilment rollout undo statefulset/parcel-queue --to-revision=4',
  );
  await openTab(page, 'tax-calculator', { suffix: '#rollback' });
  await expect(section(page, 'Rollback')).toContainText(
    'argocd app rollback tax-calculator-production',
  );
});

test('a cluster that is silent does not blank the tab', async ({ page }) => {
  // The answer for all clusters waits for it, and so does its own.
  await page.route('**/api/kubernetes/services/**', () => {});
  await page.route('**/api/kubernetes/proxy/**', (route, request) =>
    request.headers()['backstage-kubernetes-cluster'] === 'production'
      ? undefined
      : route.continue(),
  );
  await openTab(page, 'order-processing', { suffix: '#environments' });
  const environments = section(page, 'Environments and technologies');
  await expect(
    environments.getByText('The cluster did not respond within 6 seconds.'),
  ).toBeVisible({ timeout: 30_000 });
  await expect(
    environments.getByRole('table', { name: 'staging', exact: true }),
  ).toContainText('Healthy');
  await expect(section(page, 'Rollback')).toContainText('Engineering manager');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

for (const [theme, width] of [
  ['light', 1440],
  ['dark', 900],
  ['light', 400],
] as const) {
  test.describe(`${theme}, ${width} px`, () => {
    test.use({ theme, viewport: { width, height: 900 } });

    test('what runs is accessible and fits', async ({ page }) => {
      await openTab(page, 'order-processing', { suffix: '?view=incident' });
      await expect(section(page, 'Failing now')).toContainText(
        'CrashLoopBackOff',
      );
      await expect(section(page, 'Rollback')).toContainText('--to-revision=13');
      expect(await seriousFindings(page, 'main')).toEqual([]);
      expect(await horizontalOverflow(page)).toBeLessThanOrEqual(0);
    });
  });
}
