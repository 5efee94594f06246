import type {
  Deployment,
  DeploymentOutcome,
  PromotionPath,
  PromotionStep,
} from '@backstage-handover/plugin-handover-common';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { watchedDeployments } from './watchedDeployments';

const known = Environments.builtIn();

const deployment = (
  id: string,
  outcome: DeploymentOutcome = 'succeeded',
): Deployment => ({
  id,
  provider: 'jenkins',
  environment: 'PROD',
  at: '2026-11-29T10:00:00Z',
  outcome,
});

const idsOf = (...environments: PromotionStep[]) =>
  watchedDeployments({ environments, builtOnce: 'unknown' }, known).map(
    ({ id }) => id,
  );

it('are the one in place, and a later attempt that runs or failed', () => {
  const production = (attempt?: Deployment) => ({
    name: 'production',
    deployment: deployment('before'),
    ...(attempt && { attempt }),
  });
  const idsAfter = (outcome: DeploymentOutcome) =>
    idsOf(production(deployment('now', outcome)));
  expect(idsOf(production())).toEqual(['before']);
  expect(idsAfter('running')).toEqual(['before', 'now']);
  expect(idsAfter('failed')).toEqual(['before', 'now']);
  expect(idsAfter('rolledBack')).toEqual(['before']);
  expect(idsAfter('removed')).toEqual(['before']);
  expect(
    idsOf({ name: 'production', attempt: deployment('now', 'removed') }),
  ).toEqual([]);
});

it('are of the environment that counts as production, or else the last one', () => {
  const step = (name: string) => ({ name, deployment: deployment(name) });
  const path: PromotionPath = {
    environments: [step('production'), step('dr')],
    builtOnce: 'unknown',
  };
  expect(watchedDeployments(path, known)).toMatchObject([
    { id: 'production', environment: 'production' },
  ]);
  expect(idsOf(step('qa'), step('shop'))).toEqual(['shop']);
  expect(idsOf({ name: 'production' })).toEqual([]);
  expect(idsOf()).toEqual([]);
});
