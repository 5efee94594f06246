import type {
  Deployment,
  DeploymentOutcome,
  PromotionStep,
} from '@backstage-handover/plugin-handover-common';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { lastProductionDeployment } from './lastProductionDeployment';

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

const lastOf = (...environments: PromotionStep[]) =>
  lastProductionDeployment({ environments, builtOnce: 'unknown' }, known);

it('is the last attempt, which may still run or have failed', () => {
  const production = (attempt?: Deployment) => ({
    name: 'production',
    deployment: deployment('before'),
    ...(attempt && { attempt }),
  });
  expect(lastOf(production())?.id).toBe('before');
  expect(lastOf(production(deployment('now', 'running')))?.id).toBe('now');
  expect(lastOf(production(deployment('now', 'failed')))?.id).toBe('now');
  expect(lastOf(production(deployment('now', 'rolledBack')))).toBeUndefined();
  expect(lastOf(production(deployment('now', 'removed')))).toBeUndefined();
});

it('is of the environment that counts as production, or else the last one', () => {
  const step = (name: string) => ({ name, deployment: deployment(name) });
  expect(lastOf(step('production'), step('dr'))).toMatchObject({
    id: 'production',
    environment: 'production',
  });
  expect(lastOf(step('qa'), step('shop'))?.id).toBe('shop');
  expect(lastOf({ name: 'production' })).toBeUndefined();
  expect(lastOf()).toBeUndefined();
});
