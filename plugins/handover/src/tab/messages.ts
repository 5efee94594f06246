/** Messages of the tab; merged into the plugin's translation ref under `tab`. */
export const tabMessages = {
  title: 'Handover',
  loading: 'Loading the handover',
} as const;
