import type {
  Exemption,
  ExemptionBudgets,
  ExemptionBudgetsQuery,
  ExemptionNote,
  ExemptionPage,
  ExemptionState,
  ListExemptionsQuery,
  RequestExemptionRequest,
} from '@backstage-handover/plugin-handover-common';
import { didYouMean } from '@backstage-handover/plugin-handover-common/environments';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { EntitiesService } from '../../entities/EntitiesService';
import { principalName } from '../../principalName';
import type { ActiveScorecards } from '../ActiveScorecards';
import type { ExemptionsConfig } from '../config';
import { toStoredQuery } from '../toStoredQuery';
import type { ScorecardStore } from '../store';
import type {
  ExemptionsService,
  Restricted,
  ServiceOptions,
} from './ExemptionsService';
import type { ExemptionStore } from '../store/exemptions';

const STATE_WORDS: Record<ExemptionState, string> = {
  requested: 'not decided about yet',
  approved: 'approved already',
  denied: 'denied already',
  withdrawn: 'withdrawn',
  revoked: 'revoked',
  expired: 'expired',
};

type Options = {
  store: ExemptionStore;
  results: Pick<ScorecardStore, 'readResults'>;
  scorecards: ActiveScorecards;
  entities: Pick<EntitiesService, 'subtreeOfGroup'>;
  auth: AuthService;
  config: ExemptionsConfig;
  now?: () => Date;
};

/** Keeps exemptions and the rules for them. Checks no permissions. */
export class DefaultExemptionsService implements ExemptionsService {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): ExemptionsService {
    return new DefaultExemptionsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async listExemptions(
    query: ListExemptionsQuery & Restricted,
  ): Promise<ExemptionPage> {
    const { store, entities, config } = this.#options;
    if (query.expiresBefore !== undefined) {
      timeOf('expiresBefore', query.expiresBefore);
    }
    const page = await store.list({
      ...(await toStoredQuery(query, entities)),
      entityRef: query.entityRef?.map(ref => ref.toLocaleLowerCase('en-US')),
    });
    return {
      ...page,
      maxDurationSeconds: Math.floor(config.maxDurationMs / 1_000),
    };
  }

  async listBudgets(
    query: ExemptionBudgetsQuery & Restricted,
  ): Promise<ExemptionBudgets> {
    const { store, entities, config } = this.#options;
    return {
      budget: config.budget,
      ...(await store.countBudgets(
        await toStoredQuery(query, entities),
        config.budget,
      )),
    };
  }

  async requestExemption(
    entityRef: string,
    request: RequestExemptionRequest,
    options: ServiceOptions,
  ): Promise<Exemption> {
    const by = this.#userOf(options, 'request');
    const expiresAt = this.#expiryOf(request);
    await this.#assertNeeded(entityRef, request);
    const { reason, evidence, scorecard, check } = request;
    if (!reason.trim()) {
      throw new InputError('reason: must not be blank');
    }
    const exemption = await this.#options.store.add({
      entityRef,
      scorecard,
      check,
      reason,
      evidence,
      expiresAt,
      by,
    });
    if (!exemption) {
      throw new ConflictError(
        `An exemption of '${entityRef}' from '${check}' is requested already`,
      );
    }
    return exemption;
  }

  async approveExemption(
    entityRef: string,
    id: string,
    { note }: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption> {
    const { store } = this.#options;
    const by = this.#userOf(options, 'approve');
    const exemption = await this.#get(entityRef, id);
    if (isSamePrincipal(exemption.requestedBy, by)) {
      throw new NotAllowedError(
        'Somebody else than the user who requested an exemption must approve it',
      );
    }
    return this.#changed(
      entityRef,
      id,
      await store.decide(entityRef, id, { state: 'approved', by, note }),
    );
  }

  async denyExemption(
    entityRef: string,
    id: string,
    { note }: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption> {
    const by = this.#nameOf(options);
    await this.#get(entityRef, id);
    return this.#changed(
      entityRef,
      id,
      await this.#options.store.decide(entityRef, id, {
        state: 'denied',
        by,
        note: required(note),
      }),
    );
  }

  async withdrawExemption(
    entityRef: string,
    id: string,
    { note }: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption> {
    return this.#end(entityRef, id, {
      from: ['requested', 'approved'],
      state: 'withdrawn',
      by: this.#nameOf(options),
      note,
    });
  }

  async revokeExemption(
    entityRef: string,
    id: string,
    { note }: ExemptionNote,
    options: ServiceOptions,
  ): Promise<Exemption> {
    return this.#end(entityRef, id, {
      from: ['approved'],
      state: 'revoked',
      by: this.#nameOf(options),
      note: required(note),
    });
  }

  async #end(
    entityRef: string,
    id: string,
    change: Parameters<ExemptionStore['end']>[2],
  ): Promise<Exemption> {
    await this.#get(entityRef, id);
    return this.#changed(
      entityRef,
      id,
      await this.#options.store.end(entityRef, id, change),
    );
  }

  async #get(entityRef: string, id: string): Promise<Exemption> {
    const exemption = await this.#options.store.get(entityRef, id);
    if (!exemption) {
      throw new NotFoundError(`'${entityRef}' has no exemption '${id}'`);
    }
    return exemption;
  }

  /** What a change came to; somebody else can have been faster. */
  async #changed(
    entityRef: string,
    id: string,
    changed: Exemption | undefined,
  ): Promise<Exemption> {
    if (changed) {
      return changed;
    }
    const { state } = await this.#get(entityRef, id);
    throw new ConflictError(`Exemption '${id}' is ${STATE_WORDS[state]}`);
  }

  /**
   * Both who requests and who approves are people: somebody with the token of a
   * service could otherwise be two.
   */
  #userOf({ credentials }: ServiceOptions, step: string): string {
    if (!this.#options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(`Only a user can ${step} an exemption`);
    }
    return credentials.principal.userEntityRef;
  }

  #nameOf({ credentials }: ServiceOptions): string {
    const name = principalName(this.#options.auth, credentials);
    if (name === undefined) {
      throw new NotAllowedError(
        'Only users and services can change exemptions',
      );
    }
    return name;
  }

  #expiryOf({ expiresAt }: RequestExemptionRequest): Date {
    const now = this.#now().getTime();
    const { maxDurationMs } = this.#options.config;
    const time = timeOf('expiresAt', expiresAt);
    if (time.getTime() <= now) {
      throw new InputError(`expiresAt: ${expiresAt} is in the past`);
    }
    if (time.getTime() > now + maxDurationMs) {
      const latest = new Date(now + maxDurationMs).toISOString();
      throw new InputError(
        `expiresAt: ${expiresAt} is too far away, it can be ${latest} at most`,
      );
    }
    return time;
  }

  async #assertNeeded(
    entityRef: string,
    { scorecard, check }: RequestExemptionRequest,
  ): Promise<void> {
    const { results, scorecards } = this.#options;
    const active = await scorecards.list();
    const definition = active.find(({ name }) => name === scorecard);
    if (!definition) {
      throw new InputError(
        `scorecard: no '${scorecard}' is in force${didYouMean(
          scorecard,
          active.map(({ name }) => name),
        )}`,
      );
    }
    const ids = definition.scorecard.checks.map(({ id }) => id);
    if (!ids.includes(check)) {
      throw new InputError(
        `check: '${scorecard}' has no check '${check}'${didYouMean(
          check,
          ids,
        )}`,
      );
    }
    const result = (await results.readResults([entityRef]))
      .get(entityRef)
      ?.find(each => each.scorecard === scorecard);
    if (!result) {
      throw new InputError(
        `scorecard: '${scorecard}' has no result for '${entityRef}'`,
      );
    }
    const outcome = result.checks.find(({ id }) => id === check)?.outcome;
    if (outcome === 'pass' || outcome === 'notApplicable') {
      throw new InputError(
        `check: '${check}' ${
          outcome === 'pass' ? 'passes' : 'does not apply'
        }, so no exemption is needed`,
      );
    }
  }
}

/** A day can have a second 60 in RFC 3339, which is no time here. */
function timeOf(name: string, value: string): Date {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(`${name}: ${value} is not a time`);
  }
  return time;
}

function required(note: string | undefined): string {
  if (!note?.trim()) {
    throw new InputError('note: is required');
  }
  return note;
}

function isSamePrincipal(a: string, b: string): boolean {
  return a.toLocaleLowerCase('en-US') === b.toLocaleLowerCase('en-US');
}
