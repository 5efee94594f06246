import { z } from 'zod';

// What is used of Opsgenie's answers. `null` stands for what is not there.

const id = z.string().min(1).max(100);

export const teamAnswer = z.object({
  data: z.object({
    id,
    name: z.string(),
    links: z.object({ web: z.string().nullish() }).nullish(),
  }),
});

export const routingRulesAnswer = z.object({
  data: z.array(
    z.object({
      isDefault: z.boolean().nullish(),
      notify: z
        .object({
          // `schedule`, `escalation` or `none`
          type: z.string(),
          id: id.nullish(),
          name: z.string().nullish(),
        })
        .nullish(),
    }),
  ),
});

const recipient = z.object({
  // `user`, `schedule` or `team`
  type: z.string(),
  id: id.nullish(),
  name: z.string().nullish(),
  // Of a user, the e-mail address.
  username: z.string().nullish(),
});

const rule = z.object({
  // `default`, `next`, `previous`, `users`, `admins`, `random` or `all`
  notifyType: z.string().nullish(),
  delay: z.object({
    timeAmount: z.number().min(0),
    timeUnit: z.enum(['minutes', 'hours', 'days']).nullish(),
  }),
  recipient,
});

export const escalationAnswer = z.object({
  data: z.object({ id, name: z.string(), rules: z.array(rule).min(1) }),
});

// With `flat=true`.
export const onCallsAnswer = z.object({
  data: z.object({
    _parent: z.object({
      name: z.string().nullish(),
      enabled: z.boolean().nullish(),
    }),
    // The usernames, which are e-mail addresses.
    onCallRecipients: z.array(z.string().min(1)),
  }),
});

const time = z.iso.datetime({ offset: true });

const period = z.object({
  startDate: time,
  endDate: time,
  recipient: z
    .object({
      // `user`, `team`, `escalation` or `none`
      type: z.string(),
      // Of a user, the username.
      name: z.string().nullish(),
    })
    .nullish(),
});

export const timelineAnswer = z.object({
  data: z.object({
    endDate: time,
    finalTimeline: z.object({
      rotations: z.array(z.object({ periods: z.array(period).nullish() })),
    }),
  }),
});

export const acceptedAnswer = z.object({ requestId: id });

export const requestStatusAnswer = z.object({
  data: z.object({ isSuccess: z.boolean(), alertId: z.string().nullish() }),
});

export type OpsgenieTeam = z.infer<typeof teamAnswer>['data'];

export type RoutingRule = z.infer<typeof routingRulesAnswer>['data'][number];

export type Escalation = z.infer<typeof escalationAnswer>['data'];

export type Rule = z.infer<typeof rule>;

export type OnCalls = z.infer<typeof onCallsAnswer>['data'];

export type Period = z.infer<typeof period>;

export type TimelineData = z.infer<typeof timelineAnswer>['data'];
