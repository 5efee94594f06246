/** Messages of what an incident begins with; merged into the plugin's translation ref under `incident`. */
export const incidentMessages = {
  title: 'What is wrong',
  suspected: 'Suspected change:',
  likely: '{{version}}, deployed {{when}}',
  likelyBy: '{{version}}, deployed {{when}} by {{actor}}',
  earlier:
    'none shortly before it began. The last deployment was {{version}}, {{when}}',
  unrecorded:
    'unknown. No deployment of {{release}} is recorded. The last recorded deployment is {{version}}, {{when}}',
  unread: 'unknown, because the deployments could not be loaded.',
  previous: 'before it: {{version}}',
  run: 'Run {{id}}',
  runUnnamed: 'Run',
  difference: 'What changed since {{version}}',
  dependencies: {
    title: 'Dependencies',
    critical: 'Critical',
    unknown: 'state unknown',
    whenDown: 'If it is down:',
    unread: 'Could not load the dependencies: {{message}}',
    more_one: '{{count}} more dependency is not checked.',
    more_other: '{{count}} more dependencies are not checked.',
  },
  drift: {
    title: 'Running, but not as deployed',
    differs:
      '{{running}} is running, but the last recorded deployment is {{version}}, {{when}}.',
  },
} as const;
