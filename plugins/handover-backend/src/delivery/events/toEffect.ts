import type { RunStage } from '@backstage-handover/plugin-handover-common';
import type {
  Claim,
  Claims,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { z } from 'zod/v4';
import { type EventEffect, EVENTS_PROVIDER } from '../store';
import { InvalidEventError, toProblems } from './InvalidEventError';
import { parsePackageUrl } from './parsePackageUrl';
import { type CdEvent, contents, type CustomData } from './schemas';

/** What an event adds, without its entity. */
export type Effect = Omit<EventEffect, 'entityRef'>;

/** Subject and predicate of a type: `service.deployed`. */
export function kindOf(event: CdEvent): string {
  const [, vocabulary, subject, predicate] = event.context.type.split('.');
  return vocabulary === 'cdevents'
    ? `${subject}.${predicate}`
    : `${vocabulary}.${subject}.${predicate}`;
}

/**
 * Outcomes in lower case: those of the specification, and what producers write
 * for them.
 */
const OUTCOMES = new Map<string, RunStage['status']>([
  ['success', 'succeeded'],
  ['succeeded', 'succeeded'],
  ['successful', 'succeeded'],
  ['error', 'failed'],
  ['failure', 'failed'],
  ['failed', 'failed'],
  ['cancel', 'cancelled'],
  ['canceled', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['aborted', 'cancelled'],
  ['skip', 'skipped'],
  ['skipped', 'skipped'],
]);

/** What has finished without an outcome, or with one that is not known, is no success. */
function valueOf(
  predicate: string,
  { outcome = '' }: { outcome?: string },
): string {
  return predicate === 'finished'
    ? OUTCOMES.get(outcome.trim().toLowerCase()) ?? 'unknown'
    : predicate;
}

/**
 * Returns what an event adds. Undefined if Handover doesn't use the event.
 *
 * @throws InvalidEventError if its content doesn't match its type
 */
export function toEffect(
  event: CdEvent,
  custom: CustomData,
): Effect | undefined {
  const { id, source, timestamp } = event.context;
  const at = Date.parse(timestamp);
  const by = JSON.stringify([source, id]);
  const claim = (value: string): Claim => ({ value, at, by });
  // An empty text says as little as none.
  const optional = (values: Record<string, string | undefined>): Claims =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) =>
        value ? [[key, claim(value)]] : [],
      ),
    );
  const demonstration = custom.demonstration ?? false;
  const kind = kindOf(event);
  const predicate = kind.split('.')[1];

  switch (kind) {
    case 'pipelinerun.queued':
    case 'pipelinerun.started':
    case 'pipelinerun.finished': {
      const content = parseContent(contents['pipelinerun.finished'], event);
      return {
        demonstration,
        run: {
          id: runId(event, event.subject),
          claims: {
            [predicate]: claim(valueOf(predicate, content)),
            ...optional({
              pipeline: content.pipelineName,
              url: content.uri || content.url,
              commit: custom.commit,
              branch: custom.branch,
              actor: custom.actor,
            }),
          },
        },
      };
    }
    case 'taskrun.queued':
    case 'taskrun.started':
    case 'taskrun.finished': {
      const content = parseContent(contents['taskrun.finished'], event);
      if (!content.pipelineRun) {
        return undefined;
      }
      const prefix = `stage/${event.subject.id}`;
      return {
        demonstration,
        run: {
          id: runId(event, content.pipelineRun),
          claims: {
            [`${prefix}/${predicate}`]: claim(valueOf(predicate, content)),
            ...optional({
              [`${prefix}/name`]: content.taskName,
              [`${prefix}/url`]: content.uri || content.url,
            }),
          },
        },
      };
    }
    case 'service.deployed':
    case 'service.upgraded':
    case 'service.rolledback': {
      const content = parseContent(contents['service.deployed'], event);
      const artifact = parsePackageUrl(content.artifactId);
      return {
        demonstration,
        deployment: {
          id: by,
          provider: EVENTS_PROVIDER.id,
          environment: content.environment.id,
          artifact: {
            ...(custom.version && { version: custom.version }),
            ...artifact,
          },
          ...(custom.commit && { commit: custom.commit }),
          ...(custom.mergedAt && {
            mergedAt: new Date(custom.mergedAt).toISOString(),
          }),
          ...(custom.actor && { actor: custom.actor }),
          at: new Date(at).toISOString(),
          outcome: 'succeeded',
          ...(custom.pipelineRun && {
            runId: runId(event, custom.pipelineRun),
          }),
          ...(custom.url && { url: custom.url }),
          isRollback: predicate === 'rolledback',
          artifactId: content.artifactId,
        },
      };
    }
    case 'artifact.packaged': {
      const content = parseContent(contents['artifact.packaged'], event);
      return {
        demonstration,
        claims: {
          kind: 'artifact',
          id: event.subject.id,
          claims: { change: claim(content.change.id) },
        },
      };
    }
    case 'change.merged':
      return {
        demonstration,
        claims: {
          kind: 'change',
          id: event.subject.id,
          claims: { merged: claim(custom.commit ?? '') },
        },
      };
    case 'incident.detected':
    case 'incident.resolved': {
      const content = parseContent(contents['incident.detected'], event);
      return {
        demonstration,
        claims: {
          kind: 'incident',
          id: runId(event, event.subject),
          claims: {
            [predicate]: claim(content.description ?? ''),
            environment: claim(content.environment.id),
          },
        },
      };
    }
    default:
      return undefined;
  }
}

/** Ids are unique within their source, by default the source of the event. */
function runId(
  event: CdEvent,
  reference: { id: string; source?: string },
): string {
  return `${reference.source || event.context.source}#${reference.id}`;
}

function parseContent<T extends z.ZodType>(
  schema: T,
  event: CdEvent,
): z.output<T> {
  const parsed = schema.safeParse(event.subject.content);
  if (!parsed.success) {
    throw new InvalidEventError(
      toProblems(parsed.error, ['data', 'subject', 'content']),
    );
  }
  return parsed.data;
}
