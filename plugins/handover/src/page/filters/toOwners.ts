import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';

/** The owners that the filters name, as the API of scorecards takes them. */
export function toOwners({ owner, ownerTree }: DocumentFilters): {
  owner?: string[];
  within?: string[];
} {
  return ownerTree ? { within: owner } : { owner };
}

/** The filters that apply to results of scorecards, as the API takes them. */
export function toResultQuery(filters: DocumentFilters): {
  owner?: string[];
  within?: string[];
  system?: string[];
  domain?: string[];
} {
  const { system, domain } = filters;
  return { ...toOwners(filters), system, domain };
}

/** Whether a filter is set that does not apply to results of scorecards. */
export function hasOtherFilters({
  owner,
  ownerTree,
  system,
  domain,
  ...others
}: DocumentFilters): boolean {
  return Object.values(others).some(value => value !== undefined);
}
