/** Messages of the roll-up card; merged into the plugin's translation ref under `rollup`. */
export const rollUpMessages = {
  title: 'Handovers of services',
  scope: {
    group: 'Services that this group and the groups below it own.',
    system: 'Services of this system.',
    domain: 'Services of this domain and its systems.',
  },
  loading: 'Loading the handovers of services',
  failed: 'The handovers could not be loaded: {{message}}',
  nothing:
    'There is no service here that can have a handover, or you may not read the handovers.',
  services: 'Services',
  coverage: 'Mean coverage',
  stale: 'Stale',
  staleShare: '{{stale}} ({{share}})',
  noScorecard: 'No scorecard is in force, so there are no levels to show.',
  scorecardFailed: 'The levels of {{title}} could not be loaded: {{message}}',
  scorecardLoading: 'Loading the levels of {{title}}',
  scorecardNothing: 'No service here is in the scope of this scorecard.',
  levels: 'Services by level of {{title}}',
  level: 'Level',
  share: 'Share',
  unknown: 'Unknown checks',
  exempt: 'Exempt checks',
  open: 'Show the services',
} as const;
