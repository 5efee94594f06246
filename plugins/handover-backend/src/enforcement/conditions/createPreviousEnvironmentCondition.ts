import type {
  Artifact,
  Deployment,
} from '@backstage-handover/plugin-handover-common';
import {
  artifactInPlace,
  promotionOrder,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DeliveryEvidence,
  DeliveryService,
} from '../../delivery/DeliveryService';
import { promotionEnvironments } from '../../delivery/promotionEnvironments';
import type {
  AskedCondition,
  ConditionQuestion,
} from '../../gate/contributors/AskedCondition';
import { ifReadable } from './ifReadable';
import { isOutdated, linked, quoted } from './texts';

/** The artifact is in place in the environment that this one is promoted from. */
export function createPreviousEnvironmentCondition(options: {
  appliesTo: (environment: string) => boolean;
  environments: Environments;
  delivery: Pick<DeliveryService, 'findInPlace'>;
  auth: AuthService;
}): AskedCondition {
  const { appliesTo, environments, delivery, auth } = options;
  return {
    id: 'in-previous-environment',
    title: 'Artifact is in the previous environment',
    appliesTo,
    async evaluate(question) {
      const { entityRef, environment, artifact } = question;
      if (!artifact?.digest && !artifact?.version) {
        return unknown(
          'The request names no artifact. Ask with its digest or version.',
        );
      }
      const previous = previousEnvironment(environments, question);
      if (previous === undefined) {
        return unknown(
          `No environment is known that ${quoted(
            environment,
          )} is promoted from.`,
        );
      }
      const evidence = await delivery.findInPlace(entityRef, previous, {
        credentials: await auth.getOwnServiceCredentials(),
      });
      return ifReadable(evidence, decide(evidence, { artifact, previous }));
    },
  };
}

function unknown(reason: string): ConditionResult {
  return { outcome: 'unknown', reason };
}

function previousEnvironment(
  environments: Environments,
  { environment, state }: Pick<ConditionQuestion, 'environment' | 'state'>,
): string | undefined {
  const places = promotionOrder(
    promotionEnvironments(
      environments,
      state.document?.environments?.items ?? [],
    ),
    environments,
  );
  return places.find(({ name }) => environments.isSame(name, environment))
    ?.from;
}

function decide(
  { items, providers, outdated }: DeliveryEvidence<Deployment>,
  options: { artifact: Artifact; previous: string },
): ConditionResult {
  const { artifact, previous } = options;
  const where = quoted(previous);
  const inPlace = artifactInPlace(items, artifact);
  if (inPlace.found === 'nothing') {
    if (outdated.length > 0) {
      return unknown(isOutdated(outdated[0]));
    }
    return providers.length === 0
      ? unknown('No deployment of the service is known.')
      : { outcome: 'fail', reason: `Nothing is deployed in ${where}.` };
  }
  const { found, deployment } = inPlace;
  const link = linked(deployment.url);
  switch (found) {
    case 'same':
      return { outcome: 'pass', ...link };
    case 'different':
      return {
        outcome: 'fail',
        reason: `Another artifact is deployed in ${where}: ${quoted(
          toText(deployment.artifact),
        )}.`,
        ...link,
      };
    case 'ambiguous':
      return unknown(
        `Several artifacts are deployed in ${where}, and not all of them can be this one. Ask with its digest, or with its name and version.`,
      );
    default:
      return {
        ...unknown(
          `The artifact in ${where} cannot be compared: the request and the deployment have no digest or version in common.`,
        ),
        ...link,
      };
  }
}

function toText({ name, version, digest }: Artifact = {}): string {
  return version ?? digest ?? name ?? '';
}
