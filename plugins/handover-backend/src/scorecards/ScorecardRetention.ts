import type { SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ScorecardsConfig } from './config';
import type { ScorecardStore } from './store';
import type { ExemptionStore } from './store/exemptions';
import type { InitiativeStore } from './store/initiatives';

type Options = {
  store: Pick<ScorecardStore, 'removeHistoryBefore'>;
  exemptions: Pick<ExemptionStore, 'removeBefore'>;
  initiatives: Pick<InitiativeStore, 'removeClosedBefore'>;
  config: ScorecardsConfig;
};

/** Removes history, exemptions and initiatives that are past their retention. */
export class ScorecardRetention {
  readonly #options: Options;

  static create(options: Options): ScorecardRetention {
    return new ScorecardRetention(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async start({ scheduler }: { scheduler: SchedulerService }): Promise<void> {
    const { store, exemptions, initiatives, config } = this.#options;
    const ago = (ms: number) => new Date(Date.now() - ms);
    await scheduler.scheduleTask({
      id: 'handover-scorecards-history-retention',
      scope: 'global',
      frequency: { hours: 6 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 30 },
      fn: async () => {
        const removals = await Promise.allSettled([
          store.removeHistoryBefore(ago(config.historyRetentionMs)),
          exemptions.removeBefore(ago(config.exemptions.retentionMs)),
          initiatives.removeClosedBefore(ago(config.initiatives.retentionMs)),
        ]);
        const errors = removals.flatMap(removal =>
          removal.status === 'rejected' ? [removal.reason] : [],
        );
        if (errors.length > 0) {
          const reasons = errors.map(error => stringifyError(error)).join('; ');
          throw new AggregateError(
            errors,
            `Could not delete all scorecard data past its retention: ${reasons}`,
          );
        }
      },
    });
  }
}
