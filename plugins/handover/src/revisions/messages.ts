/** Messages of the revision history; merged into the plugin's translation ref under `revisions`. */
export const revisionMessages = {
  title: 'Revision history',
} as const;
