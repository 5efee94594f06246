import type { Alert, Alerts } from '@backstage-handover/plugin-handover-common';
import {
  hasKnownSeverity,
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

/**
 * No alert that is critical, or can be, fires in the environment, except muted
 * ones.
 */
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
        firing,
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
  const relevant = items.filter(
    each => !isMuted(each) && (isCritical(each) || !hasKnownSeverity(each)),
  );
  // An alert that names no environment can be of any.
  const here = relevant.filter(
    each =>
      each.environment === undefined ||
      resolve(each.environment).name === environment.name,
  );
  const critical = here.filter(isCritical);
  if (critical.length > 0) {
    return { outcome: 'fail', ...explain(critical) };
  }
  const unranked = here[0];
  if (unranked) {
    return doubt(unranked, explainSeverity(unranked));
  }
  const astray = relevant.find(
    each => each.environment && !resolve(each.environment).known,
  );
  return astray
    ? doubt(
        astray,
        `in ${quoted(astray.environment!)}, which is not a known environment`,
      )
    : { outcome: 'pass' };
}

function doubt({ name, url }: Alert, what: string): ConditionResult {
  return {
    outcome: 'unknown',
    reason: `The alert ${quoted(name)} is firing ${what}.`,
    ...linked(url),
  };
}

function explainSeverity({ severity = '' }: Alert): string {
  return severity.trim()
    ? `with the severity ${quoted(severity)}, which is not a known one`
    : 'without a severity';
}

function explain([first, ...others]: Alert[]) {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return {
    reason: `Firing: ${quoted(first.name)}${more}.`,
    ...linked(first.url),
  };
}
