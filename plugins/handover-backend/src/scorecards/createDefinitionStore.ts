import type { ScorecardInput } from '@backstage-handover/plugin-handover-common/scorecards';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import { DatabaseDefinitionStore } from '../definitions';
import { endScorecards } from './store';

/** The scorecards in force, and where they are read from. */
export async function createDefinitionStore(options: {
  /** With the plugin's tables. */
  database: DatabaseService;
}): Promise<DatabaseDefinitionStore<ScorecardInput>> {
  return DatabaseDefinitionStore.create<ScorecardInput>({
    database: options.database,
    tables: { definitions: 'scorecards', locations: 'scorecard_locations' },
    onEnded: endScorecards,
  });
}
