// Every name that people read for a section, a field or an option: in the tab,
// in forms, in Markdown, in the search index and in editors. Other languages
// translate these. This module imports nothing, so that a page that only shows
// labels does not load the rest of the registry.

/**
 * Name of each section, in reading order.
 *
 * @public
 */
export const SECTION_TITLES = {
  overview: 'Overview',
  environments: 'Environments and technologies',
  architecture: 'Architecture',
  notes: 'Notes and tribal knowledge',
  dayOne: 'Day one',
  deployment: 'Deployment',
  rollback: 'Rollback',
  failures: 'Known failures and fixes',
  windows: 'Change windows',
  dangerZones: 'Danger zones',
  escalation: 'Escalation',
  observability: 'Observability',
  resilience: 'Resilience',
  firstThirtyDays: 'First thirty days',
  responsibilities: 'Open responsibilities',
  completion: 'Completion',
} as const;

/**
 * Name of the field that every section has.
 *
 * @alpha
 */
export const NOT_APPLICABLE_LABEL = 'Not applicable';

const ID = 'ID';

const LINKS = { title: 'Title', url: 'Link' } as const;

const LINK_OR_QUERY = { ...LINKS, query: 'Query', runIn: 'Run in' } as const;

const STEPS = { do: 'Step', command: 'Command', verify: 'Verify' } as const;

/**
 * Name of each field, by section and path. `items[].fix` is the field `fix` of
 * each item of the list `items`.
 *
 * @alpha
 */
export const FIELD_LABELS = {
  metadata: {
    entityRef: 'Catalog entity',
    tier: 'Service tier',
    reviewedAt: 'Reviewed on',
    reviewedBy: 'Reviewed by',
    reviewEvery: 'Review every',
  },
  overview: {
    purpose: 'What it does',
    users: 'Who uses it',
    criticality: 'Criticality',
    criticalPeriods: 'Critical periods',
    impact: 'Impact of an outage',
    worstCase: 'Worst case',
    breaks: 'What breaks',
    affects: 'Who is affected',
  },
  environments: {
    items: 'Environments',
    'items[].name': 'Environment',
    'items[].purpose': 'Purpose',
    'items[].owner': 'Looked after by',
    'items[].cluster': 'Cluster',
    'items[].namespace': 'Namespace',
    'items[].url': 'Link',
    'items[].promotedFrom': 'Promoted from',
    technologies: 'Technologies',
  },
  architecture: {
    links: 'Diagrams and documents',
    'links[].title': LINKS.title,
    'links[].url': LINKS.url,
    updatedAt: 'Last updated',
    verifiedBy: 'Verified by',
    verifiedAt: 'Verified on',
    dependencies: 'Dependencies',
    'dependencies[].entityRef': 'Catalog entity',
    'dependencies[].name': 'Dependency',
    'dependencies[].critical': 'Critical',
    'dependencies[].whenDown': 'When it is down',
    'dependencies[].contact': 'Contact',
    decisions: 'Decisions',
    'decisions[].title': LINKS.title,
    'decisions[].url': LINKS.url,
  },
  notes: {
    items: 'Notes',
    'items[].kind': 'Kind',
    'items[].text': 'Note',
  },
  dayOne: {
    access: 'Access to request',
    'access[].what': 'Access',
    'access[].how': 'How to get it',
    safeActions: 'Safe to do',
    forbiddenActions: 'Do not do at first',
  },
  deployment: {
    steps: 'Steps',
    'steps[].do': STEPS.do,
    'steps[].command': STEPS.command,
    'steps[].verify': STEPS.verify,
    pipeline: 'Pipeline',
    repository: 'Repository',
    trigger: 'Trigger',
    strategy: 'Strategy',
    preChecks: 'Before the deployment',
    postChecks: 'After the deployment',
  },
  rollback: {
    triggers: 'Roll back when',
    'triggers[].text': 'Trigger',
    'triggers[].query': LINK_OR_QUERY.query,
    'triggers[].above': 'Above',
    'triggers[].below': 'Below',
    'triggers[].for': 'For',
    'triggers[].unit': 'Unit',
    watchFor: 'Watch after a deployment',
    steps: 'Steps',
    'steps[].do': STEPS.do,
    'steps[].command': STEPS.command,
    'steps[].verify': STEPS.verify,
    risk: 'Risk',
    decideWithin: 'Decide within',
    expectedDuration: 'Takes',
    approvers: 'Approved by',
    irreversible: 'Not undone by a rollback',
    rehearsedAt: 'Last rehearsed',
  },
  failures: {
    items: 'Failures',
    'items[].id': ID,
    'items[].symptom': 'Symptom',
    'items[].cause': 'Cause',
    'items[].fix': 'Fix',
    'items[].frequency': 'Frequency',
    'items[].match': 'Appears as',
    'items[].match.reason': 'Reason',
    'items[].match.container': 'Container',
    'items[].match.message': 'Message',
    'items[].match.alert': 'Alert',
  },
  windows: {
    items: 'Windows',
    'items[].id': ID,
    'items[].title': 'Title',
    'items[].effect': 'Effect',
    'items[].reason': 'Reason',
    'items[].environments': 'Environments',
    'items[].changes': 'Changes',
    'items[].inFlight': 'Changes in flight',
    'items[].schedule': 'Schedule',
    'items[].schedule.start': 'Starts',
    'items[].schedule.end': 'Ends',
    'items[].schedule.duration': 'Lasts',
    'items[].schedule.rrule': 'Repeats',
    'items[].schedule.exdates': 'Except on',
    'items[].schedule.rdates': 'Also on',
    'items[].schedule.cron': 'Cron expression',
    'items[].schedule.timeZone': 'Time zone',
  },
  dangerZones: {
    items: 'Danger zones',
    'items[].id': ID,
    'items[].what': 'What',
    'items[].why': 'Why',
    'items[].approval': 'Approval',
    'items[].emergencyOnly': 'Emergency only',
  },
  escalation: {
    levels: 'Levels',
    'levels[].id': ID,
    'levels[].who': 'Who',
    'levels[].how': 'How',
    'levels[].respondWithin': 'Responds within',
    contactFor: 'Whom to contact for what',
    'contactFor[].topic': 'Topic',
    'contactFor[].who': 'Who',
    'contactFor[].how': 'How',
  },
  observability: {
    dashboards: 'Dashboards',
    'dashboards[].title': LINK_OR_QUERY.title,
    'dashboards[].url': LINK_OR_QUERY.url,
    'dashboards[].query': LINK_OR_QUERY.query,
    'dashboards[].runIn': LINK_OR_QUERY.runIn,
    logs: 'Logs',
    'logs[].title': LINK_OR_QUERY.title,
    'logs[].url': LINK_OR_QUERY.url,
    'logs[].query': LINK_OR_QUERY.query,
    'logs[].runIn': LINK_OR_QUERY.runIn,
    traces: 'Traces',
    'traces[].title': LINK_OR_QUERY.title,
    'traces[].url': LINK_OR_QUERY.url,
    'traces[].query': LINK_OR_QUERY.query,
    'traces[].runIn': LINK_OR_QUERY.runIn,
    alerts: 'Alerts',
    'alerts[].title': LINK_OR_QUERY.title,
    'alerts[].url': LINK_OR_QUERY.url,
    'alerts[].query': LINK_OR_QUERY.query,
    'alerts[].runIn': LINK_OR_QUERY.runIn,
    slos: 'Service level objectives',
    'slos[].title': LINK_OR_QUERY.title,
    'slos[].url': LINK_OR_QUERY.url,
    'slos[].query': LINK_OR_QUERY.query,
    'slos[].runIn': LINK_OR_QUERY.runIn,
  },
  resilience: {
    rto: 'Recovery time objective',
    rpo: 'Recovery point objective',
    backups: 'Backups',
    lastRestoreTest: 'Last restore test',
    drills: 'Drills',
    'drills[].what': 'Drill',
    'drills[].at': 'On',
    'drills[].result': 'Result',
    slos: 'Service level objectives',
    'slos[].name': 'Objective',
    'slos[].target': 'Target',
    'slos[].link': 'Link',
  },
  firstThirtyDays: {
    stages: 'Stages',
    'stages[].id': ID,
    'stages[].name': 'Stage',
    'stages[].goal': 'Goal',
    'stages[].activities': 'Activities',
    'stages[].until': 'Until',
  },
  responsibilities: {
    tasks: 'Tasks',
    'tasks[].id': ID,
    'tasks[].title': 'Task',
    'tasks[].status': 'Status',
    'tasks[].link': 'Link',
    'tasks[].note': 'Note',
  },
  completion: {
    statements: 'The new owner confirms',
    'statements[].id': ID,
    'statements[].text': 'Statement',
  },
} as const;

/**
 * Labels of the values of enum fields.
 *
 * @alpha
 */
export const OPTION_LABELS = {
  criticality: {
    low: 'Low',
    medium: 'Medium',
    high: 'High',
    critical: 'Critical',
  },
  risk: { low: 'Low', medium: 'Medium', high: 'High' },
  frequency: { low: 'Rarely', medium: 'Sometimes', high: 'Often' },
  note: {
    shortcut: 'Shortcut',
    sharpEdge: 'Sharp edge',
    history: 'History',
  },
  trigger: { automatic: 'automatic', manual: 'manual' },
  effect: { allow: 'Allow', deny: 'Deny' },
  change: {
    deploy: 'Deployment',
    rollback: 'Rollback',
    config: 'Configuration',
    scale: 'Scaling',
  },
  inFlight: { finish: 'Finish', abort: 'Abort' },
  stage: {
    observe: 'Observe',
    shadow: 'Shadow',
    supervised: 'Under supervision',
    independent: 'Independent',
  },
  task: { existing: 'Existing', inProgress: 'In progress' },
} as const;
