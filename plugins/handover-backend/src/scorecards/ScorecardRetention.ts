import type { SchedulerService } from '@backstage/backend-plugin-api';
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

/** Removes what is over for longer than it is kept. */
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
        await store.removeHistoryBefore(ago(config.historyRetentionMs));
        await exemptions.removeBefore(ago(config.exemptions.retentionMs));
        await initiatives.removeClosedBefore(
          ago(config.initiatives.retentionMs),
        );
      },
    });
  }
}
