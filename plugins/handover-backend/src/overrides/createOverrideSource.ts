import type { AskedOverrideSource } from '../gate/contributors/AskedOverrideSource';
import type { OverrideStore } from './store';

/** Tells the gate of the overrides that were approved in the portal. */
export function createOverrideSource(
  store: Pick<OverrideStore, 'listApproved'>,
): AskedOverrideSource {
  return {
    id: 'handover',
    title: 'Handover',
    getOverrides: ({ entityRef, at }) =>
      store.listApproved(entityRef, new Date(at)),
  };
}
