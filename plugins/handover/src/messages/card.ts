/** Messages of the overview card; merged into the plugin's translation ref under `card`. */
export const cardMessages = {
  title: 'Handover',
  open: 'Open handover',
  write: 'Write the handover',
  coverage: 'Coverage',
  gate: 'Deployment gate',
  checks: 'Show checks',
  checksOf: 'Show checks of {{title}}',
  owner: 'Owner',
  noOwner: 'No owner in the catalog',
  missing: 'There is no handover for this entity yet.',
  noCoverage: 'The document has not been read yet.',
  invalid: 'The document has problems. This is the last good revision.',
  unreachable:
    'The document cannot be reached. This is the last good revision.',
  stale: 'The review is overdue.',
  catalogOutdated: 'The catalog has not been read since {{date}}.',
  failed: 'The handover could not be loaded.',
} as const;
