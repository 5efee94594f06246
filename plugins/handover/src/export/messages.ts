/** Messages of the export menu; merged into the plugin's translation ref under `export`. */
export const exportMessages = {
  open: 'Export',
} as const;
