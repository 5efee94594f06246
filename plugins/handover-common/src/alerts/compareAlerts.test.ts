import { compareAlerts, hasKnownSeverity, isCritical } from './compareAlerts';
import type { Alert } from './types';

const alert = (name: string, more: Partial<Alert> = {}): Alert => ({
  id: name,
  provider: 'alertmanager',
  name,
  since: '2026-11-29T01:00:00Z',
  labels: {},
  ...more,
});

it('puts first what is most urgent', () => {
  const sorted = [
    alert('silenced', { severity: 'critical', silenced: {} }),
    alert('inhibited', { severity: 'critical', inhibited: true }),
    alert('info', { severity: 'info' }),
    alert('unnamed'),
    alert('a warning', { severity: 'warning' }),
    alert('own word', { severity: 'ticket' }),
    alert('error', { severity: 'error' }),
    alert('page', { severity: ' Page ', since: '2026-11-29T01:30:00Z' }),
    alert('critical', { severity: 'critical', acknowledged: { by: 'ada' } }),
  ]
    .sort(compareAlerts)
    .map(({ name }) => name);
  expect(sorted).toEqual([
    'page',
    'critical',
    'error',
    'a warning',
    'own word',
    'unnamed',
    'info',
    'inhibited',
    'silenced',
  ]);
});

it('keeps one order of alerts that are alike, whatever their time zones', () => {
  const a = alert('a', { since: '2026-11-29T02:00:00+01:00' });
  const b = alert('b');
  const later = alert('c', { since: '2026-11-29T01:00:01Z' });
  const again = alert('a', { id: 'a2' });
  expect([b, again, later, a].sort(compareAlerts)).toEqual([
    later,
    a,
    again,
    b,
  ]);
});

it('knows the words for critical', () => {
  for (const severity of ['P1', 'p0', 'SEV-0', 'Blocker', 'Sev 1', 'urgent']) {
    expect(isCritical(alert('a', { severity }))).toBe(true);
  }
  expect(isCritical(alert('a', { severity: 'warning' }))).toBe(false);
  expect(isCritical(alert('a'))).toBe(false);
});

it('does not take an unknown severity for a known one', () => {
  expect(hasKnownSeverity(alert('a', { severity: 'None' }))).toBe(true);
  expect(hasKnownSeverity(alert('a', { severity: 'ticket' }))).toBe(false);
  expect(hasKnownSeverity(alert('a', { severity: ' ' }))).toBe(false);
  expect(hasKnownSeverity(alert('a'))).toBe(false);
});
