import { recentEvents } from './podEvents';

describe('recentEvents', () => {
  it('puts the latest first, by whichever time an event has', () => {
    const metadata = { creationTimestamp: '2026-11-21T01:00:00Z' };
    expect(
      recentEvents([
        { reason: 'Undated', type: 'Normal' },
        {
          reason: 'Pulled',
          type: 'Normal',
          lastTimestamp: '2026-11-21T02:00:00Z',
          metadata,
        },
        {
          reason: 'BackOff',
          message: 'Back-off restarting failed container',
          type: 'Warning',
          count: 13,
          lastTimestamp: null,
          eventTime: '2026-11-21T01:30:00Z',
          series: { count: 14, lastObservedTime: '2026-11-21T03:00:00Z' },
        },
        { reason: 'Scheduled', type: 'Normal', count: 2, metadata },
      ]),
    ).toEqual([
      {
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        isWarning: true,
        count: 14,
        at: '2026-11-21T03:00:00.000Z',
      },
      expect.objectContaining({
        reason: 'Pulled',
        at: '2026-11-21T02:00:00.000Z',
      }),
      expect.objectContaining({
        reason: 'Scheduled',
        count: 2,
        at: '2026-11-21T01:00:00.000Z',
      }),
      { reason: 'Undated', message: '', isWarning: false, count: 1 },
    ]);
  });

  it('keeps the latest twenty', () => {
    const at = (minute: number) => ({
      reason: `${minute}`,
      lastTimestamp: new Date(minute * 60_000),
    });
    const recent = recentEvents(
      Array.from({ length: 30 }, (_, minute) => at(minute)),
    );
    expect(recent.map(({ reason }) => Number(reason))).toEqual(
      Array.from({ length: 20 }, (_, index) => 29 - index),
    );
  });
});
