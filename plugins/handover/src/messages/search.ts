/** Messages of the search results; merged into the plugin's translation ref under `search`. */
export const searchMessages = {
  stale: 'Review overdue',
} as const;
