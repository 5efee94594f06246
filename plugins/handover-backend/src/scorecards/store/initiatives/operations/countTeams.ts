import type { InitiativeTeam } from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';
import type {
  InitiativeDebt,
  InitiativeEntitiesQuery,
} from '../InitiativeStore';
import {
  type CountRow,
  countColumns,
  ownerColumn,
  selectEntities,
  toCounts,
} from './selectEntities';

/** Teams that an answer has at most. */
const MAX_TEAMS = 500;

type TeamRow = CountRow & { initiative_id: string; owner: string };

/** {@inheritDoc InitiativeStore.countTeams} */
export async function countTeams(
  db: Knex,
  id: string,
  query: InitiativeEntitiesQuery,
): Promise<{ teams: InitiativeTeam[]; omittedTeams: number }> {
  const rows = await selectTeams(db, [id], query);
  const left = (team: InitiativeTeam) => team.open + team.unknown;
  const teams = rows
    .map(row => ({ owner: row.owner, ...toCounts(row) }))
    .sort((a, b) => left(b) - left(a) || (a.owner < b.owner ? -1 : 1));
  return {
    teams: teams.slice(0, MAX_TEAMS),
    omittedTeams: Math.max(0, teams.length - MAX_TEAMS),
  };
}

/** {@inheritDoc InitiativeStore.listDebts} */
export async function listDebts(
  db: Knex,
  ids: readonly string[],
): Promise<InitiativeDebt[]> {
  const rows = await selectTeams(db, ids, {});
  return rows.flatMap(row => {
    const { reached, open, unknown } = toCounts(row);
    return row.owner && open + unknown > 0
      ? [
          {
            initiativeId: row.initiative_id,
            owner: row.owner,
            open,
            unknown,
            total: reached + open + unknown,
          },
        ]
      : [];
  });
}

async function selectTeams(
  db: Knex,
  ids: readonly string[],
  query: InitiativeEntitiesQuery,
): Promise<TeamRow[]> {
  const owner = ownerColumn(db);
  return selectEntities(db, ids, query)
    .groupByRaw('??, ?', ['m.initiative_id', owner])
    .orderByRaw('?, ??', [owner, 'm.initiative_id'])
    .select('m.initiative_id', { owner, ...countColumns(db) });
}
