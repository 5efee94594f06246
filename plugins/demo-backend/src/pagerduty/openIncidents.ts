import { MARIA } from './schedule';

const MINUTE_MS = 60_000;

/**
 * What is open at the payments gateway, as PagerDuty returns it. Order processing
 * has its alerts in Alertmanager.
 */
export function openIncidents(now: Date) {
  const ago = (minutes: number) =>
    new Date(now.getTime() - minutes * MINUTE_MS).toISOString();
  return [
    {
      id: 'QSLOWEU',
      title: 'Card authorizations in the EU are slow',
      status: 'acknowledged',
      urgency: 'low',
      created_at: ago(52),
      html_url: 'https://pagerduty.example.com/incidents/QSLOWEU',
      service: { id: 'PPAYSVC' },
      priority: { id: 'PP3', name: 'P3' },
      acknowledgements: [{ at: ago(45), acknowledger: MARIA }],
    },
  ];
}
