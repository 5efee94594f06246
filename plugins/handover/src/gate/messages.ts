/** Messages of the gate and its windows; merged into the plugin's translation ref under `gate`. */
export const gateMessages = {
  strip: {
    title: 'Change gate',
  },
} as const;
