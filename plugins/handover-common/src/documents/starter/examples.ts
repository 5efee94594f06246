import type { HandoverDocument } from '../schema';

/**
 * What each section can look like: the examples that a starter document has in
 * comments. As a whole they are a valid document.
 */
export const STARTER_EXAMPLES: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  metadata: {
    tier: 2,
    reviewedAt: '2026-01-31',
    reviewedBy: 'Name of the reviewer',
    reviewEvery: 'P90D',
  },
  overview: {
    purpose: 'What it does, in plain words.',
    users: ['Customers, through the web shop'],
    criticality: 'high',
    criticalPeriods: ['Business hours'],
    impact: 'What an outage costs.',
    worstCase: 'The worst that can happen.',
  },
  environments: {
    items: [
      { name: 'staging' },
      { name: 'production', namespace: 'orders', promotedFrom: 'staging' },
    ],
    technologies: ['Kubernetes'],
  },
  architecture: {
    links: [
      {
        title: 'Architecture diagram',
        url: 'https://example.com/architecture',
      },
    ],
    verifiedBy: 'Name of the person who checked that it is still accurate',
    dependencies: [
      {
        entityRef: 'component:default/payments',
        critical: true,
        whenDown: 'What happens when it is down.',
      },
    ],
  },
  notes: {
    items: [
      {
        kind: 'sharpEdge',
        text: 'What surprises people who do not know it.',
      },
    ],
  },
  dayOne: {
    access: [{ what: 'Cloud console', how: 'Whom to ask' }],
    safeActions: ['Look at the dashboards'],
    forbiddenActions: ['Edit a secret'],
  },
  deployment: {
    steps: [{ do: 'Merge to the main branch.' }],
    pipeline: 'https://ci.example.com/job/orders',
    repository: 'https://git.example.com/orders',
    trigger: { staging: 'automatic', production: 'manual' },
    preChecks: ['The pipeline is green'],
    postChecks: ['The health check answers'],
  },
  rollback: {
    triggers: ['The error rate rises'],
    steps: [
      {
        do: 'Go back to the previous release.',
        command: 'helm rollback orders',
        verify: 'The health check answers.',
      },
    ],
    risk: 'medium',
    decideWithin: 'PT10M',
    expectedDuration: 'PT15M',
    approvers: ['On-call lead'],
  },
  failures: {
    items: [
      {
        symptom: 'Pods restart again and again',
        cause: 'A secret is missing',
        fix: 'Check where the secret should be.',
        frequency: 'medium',
      },
    ],
  },
  windows: {
    items: [
      {
        id: 'month-end',
        title: 'Month-end closing',
        effect: 'deny',
        reason: 'Finance closes the books.',
        environments: ['production'],
        schedule: {
          start: '2026-01-28',
          duration: 'P3D',
          rrule: 'FREQ=MONTHLY',
          timeZone: 'Europe/London',
        },
      },
    ],
  },
  dangerZones: {
    items: [
      {
        what: 'The production database',
        why: 'A lock stops every order.',
        approval: 'Engineering manager',
        emergencyOnly: true,
      },
    ],
  },
  escalation: {
    levels: [
      {
        who: 'Name of the on-call team',
        how: 'The on-call number or channel',
        respondWithin: 'PT15M',
      },
    ],
  },
  observability: {
    dashboards: [
      { title: 'Orders', url: 'https://dashboards.example.com/orders' },
    ],
    logs: [
      {
        title: 'Errors',
        query: '{app="orders"} |= "error"',
        runIn: 'Loki',
      },
    ],
    traces: [
      { title: 'Slow requests', url: 'https://traces.example.com/orders' },
    ],
    alerts: [
      { title: 'Alert rules', url: 'https://alerts.example.com/orders' },
    ],
  },
  resilience: {
    rto: 'PT1H',
    rpo: 'PT5M',
    backups: 'Where they are and how to restore them.',
  },
  firstThirtyDays: {
    stages: [
      {
        name: 'observe',
        goal: 'Understand what runs where.',
        until: 'day 7',
      },
    ],
  },
  responsibilities: {
    tasks: [{ title: 'Upgrade the database', status: 'inProgress' }],
  },
  completion: {
    statements: [
      'I can deploy safely',
      'I understand the rollback',
      'I know the danger zones',
      'I know the escalation path',
      'I have verified the architecture',
    ],
  },
};
