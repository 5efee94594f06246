import type { Alert, Alerts } from '@backstage-handover/plugin-handover-common';
import {
  isCritical,
  isMuted,
} from '@backstage-handover/plugin-handover-common/alerts';
import type {
  Environment,
  Environments,
} from '@backstage-handover/plugin-handover-common/environments';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { AlertsService } from '../../alerts/AlertsService';
import type { AskedCondition } from '../../gate/contributors/AskedCondition';
import { ifReadable } from './ifReadable';
import { linked, quoted } from './texts';

/** No critical alert fires in the environment, except muted ones. */
export function createNoCriticalAlertsCondition(options: {
  appliesTo: (environment: string) => boolean;
  environments: Environments;
  alerts: AlertsService;
  auth: AuthService;
}): AskedCondition {
  const { appliesTo, environments, alerts, auth } = options;
  return {
    id: 'no-critical-alerts',
    title: 'No critical alerts',
    appliesTo,
    async evaluate({ entityRef, environment, state }) {
      const firing = await alerts.listAlerts(entityRef, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      const known = environments.with([
        ...(state.document?.environments?.items ?? []).flatMap(
          ({ name }) => name ?? [],
        ),
        environment,
      ]);
      return ifReadable(
        firing.providers,
        decide(firing, {
          environment: known.resolve(environment),
          resolve: name => known.resolve(name),
        }),
      );
    },
  };
}

function decide(
  { items, providers }: Alerts,
  options: {
    environment: Environment;
    resolve: (name: string) => Environment;
  },
): ConditionResult {
  const { environment, resolve } = options;
  if (providers.length === 0) {
    return {
      outcome: 'unknown',
      reason: 'No system is known that has alerts of the service.',
    };
  }
  const critical = items.filter(each => isCritical(each) && !isMuted(each));
  // An alert that names no environment can be of any.
  const here = critical.filter(
    each =>
      each.environment === undefined ||
      resolve(each.environment).name === environment.name,
  );
  if (here.length > 0) {
    return { outcome: 'fail', ...explain(here) };
  }
  const astray = critical.find(
    each => each.environment && !resolve(each.environment).known,
  );
  return astray
    ? {
        outcome: 'unknown',
        reason: `The alert ${quoted(astray.name)} is firing in ${quoted(
          astray.environment!,
        )}, which is not a known environment.`,
        ...linked(astray.url),
      }
    : { outcome: 'pass' };
}

function explain([first, ...others]: Alert[]) {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    reason: `Firing: ${quoted(first.name)}${more}.`,
    ...linked(first.url),
  };
}
