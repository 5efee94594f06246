import type {
  Artifact,
  ChangeKind,
} from '@backstage-handover/plugin-handover-common';
import { parseInstant } from '@backstage-handover/plugin-handover-common/gate';
import { CommandError } from '../io/CommandError';
import { parseDuration } from '../io/duration';

/** The command line is wrong, or the portal refuses what it asks for. */
export const USAGE = 3;

/** What to do if the portal gives no answer. */
export type UnreachablePolicy = 'fail' | 'cached' | 'pass';

/** As they are on the command line. */
export type GateOptions = {
  entity: string;
  environment: string;
  change: ChangeKind;
  artifactName?: string;
  artifactVersion?: string;
  artifactDigest?: string;
  at?: string;
  wait?: string;
  record?: boolean;
  changeId?: string;
  unreachable: UnreachablePolicy;
  maxAge: string;
  cacheDir?: string;
  retryFor: string;
  portal?: string;
  timeZone?: string;
  format: 'human' | 'json' | 'github';
};

/** What the portal is asked. */
export type Question = {
  portal: string;
  entityRef: string;
  environment: string;
  change: ChangeKind;
  at?: string;
  artifact: Artifact;
  changeId?: string;
};

/** How it is asked, in milliseconds. */
export type Limits = { waitMs?: number; maxAgeMs: number; retryMs: number };

const ENTITY_REF = /^[^:/\s]+:(?:[^:/\s]+\/)?(?!\.{1,2}$)[^:/\s]+$/;

/** A mistake of whoever asks, which no retry puts right. */
export function usageError(message: string, hint?: string): CommandError {
  return new CommandError(message, { hint, exitCode: USAGE });
}

/** Throws a CommandError about the first option that is wrong. */
export function readOptions(options: GateOptions): {
  question: Question;
  limits: Limits;
} {
  const { entity, environment, at, wait, changeId } = options;
  const waitMs = wait === undefined ? 0 : duration('--wait', wait);
  const artifact: Artifact = {
    ...(options.artifactName && { name: options.artifactName }),
    ...(options.artifactVersion && { version: options.artifactVersion }),
    ...(options.artifactDigest && { digest: options.artifactDigest }),
  };
  if (!ENTITY_REF.test(entity)) {
    throw usageError(
      `'${entity}' is not an entity reference`,
      'Use one with a kind, such as component:default/orders.',
    );
  }
  if (environment.trim() === '') {
    throw usageError('--environment is empty');
  }
  if (artifact.name && !artifact.version && !artifact.digest) {
    throw usageError(
      '--artifact-name needs --artifact-version or --artifact-digest',
    );
  }
  if (changeId !== undefined && !options.record) {
    throw usageError('--change-id needs --record');
  }
  if (at !== undefined && waitMs > 0) {
    throw usageError(
      '--at and --wait cannot be used together',
      'A decision about a fixed time does not change while you wait.',
    );
  }
  if (at !== undefined) {
    assertInstant(at);
  }
  return {
    question: {
      portal: options.portal ?? '',
      entityRef: entity,
      environment,
      change: options.change,
      ...(at !== undefined && { at }),
      artifact,
      ...(changeId !== undefined && { changeId }),
    },
    limits: {
      // Not to wait at all is no waiting.
      ...(waitMs && { waitMs }),
      maxAgeMs: duration('--max-age', options.maxAge),
      retryMs: duration('--retry-for', options.retryFor),
    },
  };
}

function assertInstant(at: string): void {
  try {
    parseInstant('--at', at);
  } catch (error) {
    throw usageError((error as Error).message);
  }
}

function duration(name: string, text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) {
    throw usageError(
      `${name} is '${text}', which is not a duration`,
      'Use one such as 2h, 1h30m or PT2H.',
    );
  }
  return ms;
}
