import { writeInPortal } from './lib/handovers';
import { expect, openTab, section, test } from './lib/portal';

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
