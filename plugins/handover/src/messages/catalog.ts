/** Messages of the catalog's filter; merged into the plugin's translation ref under `catalog`. */
export const catalogMessages = {
  filter: 'Handover',
  status: {
    ok: 'Up to date',
    stale: 'Review overdue',
    missing: 'Missing',
    invalid: 'With problems',
    unreachable: 'Unreachable',
  },
} as const;
