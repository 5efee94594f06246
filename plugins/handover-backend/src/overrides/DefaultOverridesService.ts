import type {
  Artifact,
  ListEntityOverridesQuery,
  ListOverridesQuery,
  Override,
  OverrideAction,
  OverrideNote,
  OverridePage,
  OverrideState,
  RequestOverrideRequest,
} from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  NonsenseError,
  parseOverrides,
} from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { assertNoSecrets } from '../assertNoSecrets';
import type { EnvironmentReader } from '../gate/EnvironmentReader';
import type { OverridesConfig } from './config';
import type {
  OverrideDecision,
  OverridesService,
  Restricted,
  ServiceOptions,
} from './OverridesService';
import { overrideTimes } from './overrideTimes';
import type { NewOverride, OverrideQuery, OverrideStore } from './store';

const STATE_WORDS: Record<OverrideState, string> = {
  requested: 'still waiting for approval',
  lapsed: 'over: nobody approved or denied it in time',
  scheduled: 'approved already',
  inForce: 'approved already',
  ended: 'over',
  denied: 'denied already',
  withdrawn: 'withdrawn',
  revoked: 'revoked',
};

/** Shorter reasons explain nothing. */
const MIN_REASON = 10;

type Options = {
  store: OverrideStore;
  /** Gives the environments of an entity. */
  gate: EnvironmentReader;
  /** Those that are configured. */
  environments: Environments;
  auth: AuthService;
  config: OverridesConfig;
  now?: () => Date;
};

/** Keeps overrides and the rules for them. Checks no permissions. */
export class DefaultOverridesService implements OverridesService {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): OverridesService {
    return new DefaultOverridesService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async listOverrides({
    owner,
    environment,
    ...query
  }: ListOverridesQuery & Restricted): Promise<OverridePage> {
    const { environments } = this.#options;
    return this.#list({
      ...query,
      owner: owner?.map(ref => ref.toLocaleLowerCase('en-US')),
      environment: environment?.map(name => environments.resolve(name).name),
    });
  }

  async listEntityOverrides(
    entityRef: string,
    query: ListEntityOverridesQuery,
  ): Promise<OverridePage> {
    return this.#list({ ...query, entityRef: [entityRef] });
  }

  async requestOverride(
    entityRef: string,
    request: RequestOverrideRequest,
    options: ServiceOptions,
  ): Promise<Override> {
    const { store, gate, config } = this.#options;
    const by = this.#userOf(options, 'request');
    const times = overrideTimes(request, {
      now: this.#now(),
      maxDurationMs: config.maxDurationMs,
    });
    await assertTexts(request);
    const environments = await gate.getEnvironments(entityRef, options);
    const requested = {
      ...times,
      entityRef,
      environments: environments.distinct(
        request.environments.map(name => environments.get(name).name),
      ),
      artifact: request.artifact,
      reason: request.reason.trim(),
      ticket: request.ticket?.trim(),
      by,
      isApproved: config.approval === 'none',
    };
    assertUsable(requested);
    const override = await store.add(requested);
    if (!override) {
      throw new ConflictError(
        `Too many overrides of '${entityRef}' are requested or approved. Withdraw some first.`,
      );
    }
    return override;
  }

  async decideOverride(
    entityRef: string,
    id: string,
    { action, note }: OverrideNote & { action: OverrideDecision },
    options: ServiceOptions,
  ): Promise<Override> {
    return this.#change(entityRef, id, { action, note }, options);
  }

  async withdrawOverride(
    entityRef: string,
    id: string,
    { note }: OverrideNote,
    options: ServiceOptions,
  ): Promise<Override> {
    return this.#change(entityRef, id, { action: 'withdraw', note }, options);
  }

  async #list(query: OverrideQuery): Promise<OverridePage> {
    const { store, config } = this.#options;
    return {
      ...(await store.list(query)),
      maxDurationSeconds: Math.floor(config.maxDurationMs / 1_000),
      approval: config.approval,
    };
  }

  async #change(
    entityRef: string,
    id: string,
    { action, note }: OverrideNote & { action: OverrideAction },
    options: ServiceOptions,
  ): Promise<Override> {
    const { store } = this.#options;
    const by = this.#userOf(options, action);
    if (note !== undefined) {
      await assertNoSecrets('note', note);
    }
    const override = await this.#get(entityRef, id);
    if (action === 'approve' && isSamePrincipal(override.requestedBy, by)) {
      throw new NotAllowedError(
        'You requested this override, so somebody else must approve it',
      );
    }
    const changed = await store.change(entityRef, id, { action, by, note });
    if (changed) {
      return changed;
    }
    // Somebody else was faster, or its time is over.
    const { state } = await this.#get(entityRef, id);
    throw new ConflictError(`Override '${id}' is ${STATE_WORDS[state]}`);
  }

  async #get(entityRef: string, id: string): Promise<Override> {
    const override = await this.#options.store.get(entityRef, id);
    if (!override) {
      throw new NotFoundError(`'${entityRef}' has no override '${id}'`);
    }
    return override;
  }

  /** A pipeline must not let itself pass, so only people change overrides. */
  #userOf({ credentials }: ServiceOptions, step: string): string {
    if (!this.#options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(`Only a user can ${step} an override`);
    }
    return credentials.principal.userEntityRef;
  }
}

/** @throws InputError about the first text that is not allowed. */
async function assertTexts({
  reason,
  ticket,
  artifact,
}: RequestOverrideRequest): Promise<void> {
  if (reason.trim().length < MIN_REASON) {
    throw new InputError(
      `reason: must have at least ${MIN_REASON} characters, not counting spaces around it`,
    );
  }
  if (ticket !== undefined && !ticket.trim()) {
    throw new InputError('ticket: must not be blank');
  }
  if (artifact && !isComparable(artifact)) {
    throw new InputError(
      'artifact: needs a version or a digest, because no deployment could be recognized by its name alone',
    );
  }
  await assertNoSecrets('reason', reason);
  await assertNoSecrets('ticket', ticket ?? '');
}

/**
 * The gate takes all overrides of an entity or none, so each must be one that it
 * takes.
 *
 * @throws InputError about what it would refuse, such as a name with a `*`.
 */
function assertUsable(override: NewOverride): void {
  const { from, until, by, reason, ticket, environments, artifact } = override;
  try {
    parseOverrides([
      {
        ...{ id: 'requested', by, reason, ticket, environments, artifact },
        from: from.toISOString(),
        until: until.toISOString(),
      },
    ]);
  } catch (error) {
    if (error instanceof NonsenseError) {
      throw new InputError(error.message.replace(/^'0\./, "'"));
    }
    throw error;
  }
}

function isComparable({ name, version, digest }: Artifact): boolean {
  return (
    [name, version, digest].every(each => each === undefined || each.trim()) &&
    (version !== undefined || digest !== undefined)
  );
}

function isSamePrincipal(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
