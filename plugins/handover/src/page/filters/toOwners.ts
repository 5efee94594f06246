import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';

/** The owners that the filters name, as the API of scorecards takes them. */
export function toOwners({ owner, ownerTree }: DocumentFilters): {
  owner?: string[];
  within?: string[];
} {
  return ownerTree ? { within: owner } : { owner };
}
