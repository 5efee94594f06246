import type {
  EnvironmentRequirements,
  Environments,
} from '@backstage-handover/plugin-handover-common/environments';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { AlertsService } from '../alerts/AlertsService';
import type { DeliveryService } from '../delivery/DeliveryService';
import type { AskedCondition } from '../gate/contributors/AskedCondition';
import type { LevelReader } from '../scorecards/LevelReader';
import { createFreshHandoverCondition } from './conditions/createFreshHandoverCondition';
import { createLastRunCondition } from './conditions/createLastRunCondition';
import { createNoCriticalAlertsCondition } from './conditions/createNoCriticalAlertsCondition';
import { createPreviousEnvironmentCondition } from './conditions/createPreviousEnvironmentCondition';
import { createScorecardCondition } from './conditions/createScorecardCondition';

type Requirement = keyof EnvironmentRequirements;

/**
 * The conditions that some environment requires. They look at everything as the
 * backend itself, so that the gate decides the same for everyone.
 */
export function createConditions(options: {
  environments: Environments;
  alerts: AlertsService;
  delivery: DeliveryService;
  levels: LevelReader;
  auth: AuthService;
  /** Base URL of the portal, for links. */
  appBaseUrl?: string;
}): AskedCondition[] {
  const { environments } = options;
  const all = (environments.definitions ?? []).flatMap(
    ({ requires }) => requires ?? [],
  );
  const requiredBy = (requirement: Requirement) => ({
    ...options,
    appliesTo: (environment: string) =>
      environments.requirementsOf(environments.resolve(environment))[
        requirement
      ] === true,
  });
  const scorecards = new Set(
    all.flatMap(each => each.scorecards ?? []).map(({ name }) => name),
  );
  const others: [Requirement, () => AskedCondition][] = [
    [
      'freshHandover',
      () => createFreshHandoverCondition(requiredBy('freshHandover')),
    ],
    ['lastRunPassed', () => createLastRunCondition(options)],
    [
      'inPreviousEnvironment',
      () =>
        createPreviousEnvironmentCondition(requiredBy('inPreviousEnvironment')),
    ],
    [
      'noCriticalAlerts',
      () => createNoCriticalAlertsCondition(requiredBy('noCriticalAlerts')),
    ],
  ];
  return [
    ...[...scorecards].map(name =>
      createScorecardCondition({ ...options, name }),
    ),
    ...others.flatMap(([requirement, create]) =>
      all.some(each => each[requirement]) ? create() : [],
    ),
  ];
}
