/** Messages of alerts; merged into the plugin's translation ref under `alerts`. */
export const alertMessages = {
  title: 'Firing alerts',
  failed: 'Could not load alerts: {{message}}',
  unread: {
    all: 'Alerts are unknown: {{message}}.',
    part: 'Some alerts are unknown: {{message}}.',
  },
  none: 'No alert is firing.',
  noneRead: 'No alert is firing in the systems that could be read.',
  omitted_one: '{{title}} has {{count}} more alert.',
  omitted_other: '{{title}} has {{count}} more alerts.',
  firing_one: '{{count}} alert is firing: {{names}}.',
  firing_other: '{{count}} alerts are firing: {{names}}.',
  muted_one: '{{count}} alert is firing but silenced: {{names}}.',
  muted_other: '{{count}} alerts are firing but silenced: {{names}}.',
  named: '{{name}} ({{severity}}) since {{since}}',
  unranked: '{{name}} since {{since}}',
  others_one: 'and {{count}} more',
  others_other: 'and {{count}} more',
  show: 'Show alerts and fixes',
  since: 'since {{since}}',
  acknowledged: {
    plain: 'Acknowledged',
    by: 'Acknowledged by {{by}}',
  },
  silenced: {
    plain: 'Silenced',
    until: 'Silenced until {{until}}',
    by: 'by {{by}}',
  },
  inhibited:
    'Inhibited: sends no notifications, because another alert is firing.',
  open: 'Open {{name}} in {{title}}',
  runbook: 'Runbook of {{name}}',
} as const;
