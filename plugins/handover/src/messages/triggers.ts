import { FIELD_LABELS } from '@backstage-handover/plugin-handover-common/documents';

/** Messages of rollback triggers; merged into the plugin's translation ref under `triggers`. */
export const triggerMessages = {
  title: 'Triggers now',
  query: FIELD_LABELS.rollback['triggers[].query'],
  loading: 'Evaluating triggers…',
  failed: 'Could not load rollback triggers: {{message}}',
  unread: 'Could not read metrics: {{message}}.',
  noSource:
    'Triggers with a query are not evaluated, because no metrics source is connected.',
  state: { met: 'Met', notMet: 'Not met', unknown: 'Unknown' },
  metWhen: {
    above: 'Met when above {{limit}}.',
    aboveFor: 'Met when above {{limit}} for {{duration}}.',
    below: 'Met when below {{limit}}.',
    belowFor: 'Met when below {{limit}} for {{duration}}.',
  },
  now: '{{value}} now.',
  above: '{{value}} now, above {{limit}} since {{since}}.',
  below: '{{value}} now, below {{limit}} since {{since}}.',
  orEarlier: '{{time}} or earlier',
  last: 'The last value was {{value}}.',
  measured: 'Evaluated at {{time}}.',
  reason: {
    noData:
      'The query returned no result. Remove any comparison. If no data means zero, add "or vector(0)".',
    severalSeries:
      'The query returned several series. Combine them into one, for example with sum().',
    notANumber:
      'The latest result is not a number, for example because there were no requests.',
    stale: 'The latest result is too old. The metric may have stopped.',
    gaps: 'Results are missing for part of the required time.',
    noSource: 'No metrics source has metrics of this service.',
  },
  history:
    'Between {{from}} and {{to}} since {{time}}. The limit is {{limit}}.',
  open: 'Open the results in {{title}}',
  summary: {
    met_one: '{{count}} of {{total}} measured rollback triggers is met',
    met_other: '{{count}} of {{total}} measured rollback triggers are met',
    decide: '{{met}}: decide within {{duration}}.',
    decideNow: '{{met}}: decide in less than a minute.',
    late: '{{met}}: the time to decide ended {{ago}}.',
    plain: '{{met}}.',
    none: 'No measured rollback trigger is met.',
    unknown_one:
      '{{count}} of {{total}} measured rollback triggers is unknown.',
    unknown_other:
      '{{count}} of {{total}} measured rollback triggers are unknown.',
    others: 'The rest are not met.',
    moreUnknown_one: '{{count}} is unknown.',
    moreUnknown_other: '{{count}} are unknown.',
    release: 'Release {{version}} reached {{environment}} {{ago}}.',
    deployment: 'The last deployment to {{environment}} was {{ago}}.',
    releaseRunning:
      'The deployment of release {{version}} to {{environment}} started {{ago}}.',
    releaseFailed:
      'The deployment of release {{version}} to {{environment}} failed {{ago}}.',
    deploymentRunning: 'A deployment to {{environment}} started {{ago}}.',
    deploymentFailed: 'A deployment to {{environment}} failed {{ago}}.',
    watchUnknown: 'The last deployment could not be read.',
    until: 'Watched until {{time}}.',
    show: 'Triggers',
  },
} as const;
