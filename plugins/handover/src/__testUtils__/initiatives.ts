import type {
  HandoverApi,
  Initiative,
  InitiativeBurnUp,
  InitiativeEntity,
  InitiativeTeam,
} from '@backstage-handover/plugin-handover-common';

export const INITIATIVE_ID = '5d0f6b0e-1f0a-4c63-9a55-1f2a3b4c5d6e';

/** An initiative that has started. */
export function initiative(overrides: Partial<Initiative> = {}): Initiative {
  return {
    id: INITIATIVE_ID,
    revision: 3,
    title: 'Silver by March',
    description: 'So that **nobody** is alone at 3 a.m.',
    owner: 'group:default/platform',
    scorecard: 'ready',
    target: { level: 'silver' },
    startsOn: '2026-11-01',
    endsOn: '2027-03-01',
    state: 'active',
    createdBy: 'user:default/grace',
    createdAt: '2026-10-20T10:00:00.000Z',
    publishedAt: '2026-10-21T10:00:00.000Z',
    counts: { reached: 12, open: 25, unknown: 3 },
    ...overrides,
  };
}

const UNUSED = async () => {
  throw new Error('This test does not do that');
};

/** A backend that keeps initiatives, and refuses changes of old revisions. */
export function initiativesApi(
  items: Initiative[],
  options: {
    teams?: InitiativeTeam[];
    burnUp?: InitiativeBurnUp;
    entities?: InitiativeEntity[];
    /** Why nothing can be changed. */
    refuses?: () => Error | undefined;
  } = {},
) {
  const { teams = [], burnUp = { days: [] }, entities = [] } = options;
  const find = (id: string) => {
    const found = items.find(each => each.id === id);
    if (!found) {
      throw new Error(`There is no initiative '${id}'`);
    }
    return found;
  };
  const put = (changed: Initiative) => {
    const refusal = options.refuses?.();
    if (refusal) {
      throw refusal;
    }
    const index = items.findIndex(({ id }) => id === changed.id);
    items.splice(index < 0 ? items.length : index, 1, changed);
    return changed;
  };
  const change = (
    id: string,
    ifMatch: number,
    changes: Partial<Initiative>,
  ): Initiative => {
    const before = find(id);
    if (before.revision !== ifMatch) {
      throw Object.assign(new Error('It is another revision'), {
        statusCode: 412,
      });
    }
    return put({ ...before, ...changes, revision: before.revision + 1 });
  };
  const api: HandoverApi['initiatives'] = {
    list: async ({ state, limit = 50, cursor = '0' } = {}) => {
      const found = items.filter(each => !state || state.includes(each.state));
      const start = Number(cursor);
      return {
        items: found.slice(start, start + limit),
        totalItems: found.length,
        ...(start + limit < found.length && {
          nextCursor: String(start + limit),
        }),
      };
    },
    get: async id => ({ ...find(id), teams, omittedTeams: 2 }),
    getBurnUp: async () => burnUp,
    listEntities: async (_, { progress } = {}) => {
      const found = entities.filter(
        each => !progress || progress.includes(each.progress),
      );
      return { items: found, totalItems: found.length };
    },
    create: async definition =>
      put(
        initiative({
          ...definition,
          revision: 1,
          state: 'draft',
          counts: { reached: 0, open: 0, unknown: 0 },
        }),
      ),
    update: async (id, definition, { ifMatch }) =>
      change(id, ifMatch, definition),
    delete: UNUSED,
    publish: async (id, { ifMatch }) =>
      change(id, ifMatch, { state: 'active' }),
    close: async (id, { ifMatch, note }) =>
      change(id, ifMatch, {
        state: 'closed',
        closed: {
          by: 'user:default/ada',
          at: '2026-11-29T10:00:00.000Z',
          note,
        },
      }),
  };
  return api;
}
