import { formatDate, formatRelative } from './formats';

describe('formats', () => {
  it('keeps a calendar day whatever the zone, and shows what is no date as it is', () => {
    expect(formatDate('2026-11-20', 'en-GB')).toBe('20 Nov 2026');
    expect(formatDate('last quarter', 'en-GB')).toBe('last quarter');
  });

  it('gives an instant its time and zone', () => {
    expect(formatDate('2026-11-20T09:05:00Z', 'en-GB')).toMatch(
      /^\d+ Nov 2026, \d\d:\d5 \S+$/,
    );
  });

  it('says how long ago a day was', () => {
    const now = Date.parse('2026-11-20T15:00:00Z');
    expect(formatRelative('2026-11-20', now, 'en')).toBe('today');
    expect(formatRelative('2026-11-16', now, 'en')).toBe('4 days ago');
    expect(formatRelative('2025-11-01', now, 'en')).toBe('last year');
    expect(formatRelative('2026-11-20T14:30:00Z', now, 'en')).toBe(
      '30 minutes ago',
    );
    expect(formatRelative('some day', now, 'en')).toBe('some day');
  });
});
