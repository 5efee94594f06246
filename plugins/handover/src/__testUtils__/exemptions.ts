import type {
  Exemption,
  ExemptionState,
  HandoverApi,
} from '@backstage-handover/plugin-handover-common';

/** An exemption that waits for approval. */
export function exemption(overrides: Partial<Exemption> = {}): Exemption {
  return {
    id: '0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
    entityRef: 'component:default/order-processing',
    owner: 'group:default/shop',
    scorecard: 'ready',
    check: 'stale',
    state: 'requested',
    reason: 'It moves to **another team**.',
    requestedBy: 'user:default/grace',
    requestedAt: '2026-11-20T10:00:00.000Z',
    expiresAt: '2099-02-01T12:00:00.000Z',
    ...overrides,
  };
}

/** A backend that keeps exemptions and changes them for this user. */
export function exemptionsApi(
  items: Exemption[],
  options: { user?: string; fails?: Error; maxDays?: number } = {},
): HandoverApi['exemptions'] {
  const { user = 'user:default/ada', fails, maxDays = 180 } = options;
  const at = '2026-11-21T10:00:00.000Z';
  const change =
    (state: ExemptionState, step: 'decision' | 'end') =>
    async (_: string, id: string, note: { note?: string } = {}) => {
      if (fails) {
        throw fails;
      }
      const index = items.findIndex(each => each.id === id);
      items[index] = {
        ...items[index],
        state,
        [step]: { by: user, at, ...note },
      };
      return items[index];
    };
  return {
    list: async ({ state } = {}) => {
      const found = items.filter(each => !state || state.includes(each.state));
      return {
        items: found,
        totalItems: found.length,
        maxDurationSeconds: maxDays * 86_400,
      };
    },
    listBudgets: async () => ({
      budget: 0.1,
      items: [
        { owner: 'group:default/shop', exempt: 3, checks: 20, exceeded: true },
        { owner: '', exempt: 1, checks: 40, exceeded: false },
      ],
      omitted: 1,
    }),
    request: async (entityRef, request) => {
      if (fails) {
        throw fails;
      }
      const added = exemption({
        ...request,
        id: '1b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
        entityRef,
        requestedBy: user,
      });
      items.push(added);
      return added;
    },
    approve: change('approved', 'decision'),
    deny: change('denied', 'decision'),
    withdraw: change('withdrawn', 'end'),
    revoke: change('revoked', 'end'),
  };
}
