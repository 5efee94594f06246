import { z } from 'zod';

// What is used of PagerDuty's answers. `null` stands for what is not there.

const reference = z.object({
  id: z.string().min(1).max(100),
  summary: z.string().nullish(),
  html_url: z.string().nullish(),
});

const service = z.object({
  id: z.string().min(1).max(100),
  status: z.string().nullish(),
  escalation_policy: reference,
  // With `include[]=integrations`, with their keys if they have one.
  integrations: z
    .array(z.object({ integration_key: z.string().nullish() }))
    .nullish(),
});

export const serviceAnswer = z.object({ service });

export const escalationPolicyAnswer = z.object({
  escalation_policy: reference.extend({
    name: z.string().nullish(),
    // One for each level, in their order.
    escalation_rules: z.array(z.object({})),
  }),
});

const onCall = z.object({
  user: reference.extend({
    // With `include[]=users`.
    name: z.string().nullish(),
    email: z.string().nullish(),
  }),
  escalation_policy: z.object({ id: z.string() }),
  escalation_level: z.number().int().min(1).max(100),
  // Without a start, the user is always on call.
  start: z.iso.datetime({ offset: true }).nullish(),
  end: z.iso.datetime({ offset: true }).nullish(),
});

export const incidentAnswer = z.object({ incident: reference });

const incident = reference.extend({
  title: z.string().nullish(),
  status: z.string(),
  urgency: z.string().nullish(),
  created_at: z.iso.datetime({ offset: true }),
  service: z.object({ id: z.string() }),
  priority: z
    .object({ name: z.string().nullish(), summary: z.string().nullish() })
    .nullish(),
  acknowledgements: z
    .array(
      z.object({
        at: z.iso.datetime({ offset: true }),
        acknowledger: reference.extend({ name: z.string().nullish() }),
      }),
    )
    .nullish(),
});

const incidentAlert = z.object({
  status: z.string(),
  severity: z.string().nullish(),
});

/** Whether there is more after a page. */
const page = z.object({ more: z.boolean().nullish() });

export const servicesPage = page.extend({ services: z.array(service) });

export const onCallsPage = page.extend({ oncalls: z.array(onCall) });

// Nothing more is never assumed: an incident that is missing can be critical.
const wholePage = z.object({ more: z.boolean() });

export const incidentsPage = wholePage.extend({ incidents: z.array(incident) });

export const incidentAlertsPage = wholePage.extend({
  alerts: z.array(incidentAlert),
});

export type Incident = z.infer<typeof incident>;

export type IncidentAlert = z.infer<typeof incidentAlert>;

export type PagerDutyService = z.infer<typeof service>;

export type EscalationPolicy = z.infer<
  typeof escalationPolicyAnswer
>['escalation_policy'];

export type Shift = z.infer<typeof onCall>;
