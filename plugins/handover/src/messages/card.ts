/** Messages of the overview card; merged into the plugin's translation ref under `card`. */
export const cardMessages = {
  title: 'Handover',
  open: 'Open handover',
  write: 'Write the handover',
  coverage: 'Coverage',
  gate: 'Change gate',
  owner: 'Owner',
  noOwner: 'The catalog names no owner',
  missing: 'There is no handover for this entity yet.',
  noCoverage: 'Its document could not be read yet.',
  invalid: 'The document has problems; the last good revision is shown.',
  unreachable:
    'The document cannot be reached; the last good revision is shown.',
  stale: 'The review is overdue.',
  failed: 'The handover could not be loaded.',
} as const;
