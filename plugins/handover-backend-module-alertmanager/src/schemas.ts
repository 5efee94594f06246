import { z } from 'zod/v4';

// Alertmanager's API v2,
// https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml: what
// is read of it.

const texts = z.record(z.string(), z.string());

export const alerts = z.array(
  z.object({
    fingerprint: z.string().min(1),
    labels: texts,
    annotations: texts,
    startsAt: z.string(),
    status: z.object({
      silencedBy: z.array(z.string()),
      inhibitedBy: z.array(z.string()),
    }),
  }),
);

export type AlertmanagerAlert = z.output<typeof alerts>[number];

export const silence = z.object({
  endsAt: z.iso.datetime({ offset: true }),
  createdBy: z.string().optional(),
  comment: z.string().optional(),
});

export type AlertmanagerSilence = z.output<typeof silence>;
