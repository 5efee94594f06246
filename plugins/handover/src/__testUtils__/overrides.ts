import type {
  HandoverApi,
  Override,
  OverridePage,
  OverrideState,
} from '@backstage-handover/plugin-handover-common';

/** An override that waits for approval. */
export function override(overrides: Partial<Override> = {}): Override {
  return {
    id: '0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
    entityRef: 'component:default/orders',
    owner: 'group:default/shop',
    state: 'requested',
    environments: ['production'],
    from: '2026-11-21T12:00:00.000Z',
    until: '2026-11-21T14:00:00.000Z',
    reason: 'Checkout is **down**.',
    requestedBy: 'user:default/grace',
    requestedAt: '2026-11-21T12:00:00.000Z',
    ...overrides,
  };
}

/** A backend that keeps overrides and changes them for this user. */
export function overridesApi(
  items: Override[],
  options: {
    user?: string;
    fails?: Error;
    limits?: Partial<Pick<OverridePage, 'maxDurationSeconds' | 'approval'>>;
  } = {},
): HandoverApi['overrides'] {
  const { user = 'user:default/ada', fails, limits } = options;
  const at = '2026-11-21T12:30:00.000Z';
  const change =
    (state: OverrideState, step: 'decision' | 'end') =>
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
  const list = async ({ state }: { state?: OverrideState[] } = {}) => {
    const found = items.filter(each => !state || state.includes(each.state));
    return {
      items: found,
      totalItems: found.length,
      maxDurationSeconds: 4 * 3_600,
      approval: 'required' as const,
      ...limits,
    };
  };
  return {
    list,
    listOf: async (_, query) => list(query),
    request: async (entityRef, request) => {
      if (fails) {
        throw fails;
      }
      const added = override({
        from: at,
        ...request,
        id: '1b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
        entityRef,
        requestedBy: user,
      });
      items.push(added);
      return added;
    },
    approve: change('inForce', 'decision'),
    deny: change('denied', 'decision'),
    withdraw: change('withdrawn', 'end'),
    revoke: change('revoked', 'end'),
  };
}
