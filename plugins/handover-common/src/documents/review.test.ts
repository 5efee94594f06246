import { HandoverDocument, reviewState } from './index';

function reviewed(
  metadata: HandoverDocument['metadata'],
  now: string,
): ReturnType<typeof reviewState> {
  return reviewState(
    { apiVersion: 'handover.dev/v1', kind: 'Handover', metadata },
    new Date(now),
  );
}

it.each([
  // 90 days unless it says otherwise, up to but not including the instant it is due.
  [
    '2026-01-01',
    undefined,
    '2026-03-31T23:59:59.999Z',
    false,
    '2026-04-01T00:00:00Z',
  ],
  [
    '2026-01-01',
    undefined,
    '2026-04-01T00:00:00Z',
    true,
    '2026-04-01T00:00:00Z',
  ],
  // A month is one of the calendar, and ends with it.
  ['2028-01-31', 'P1M', '2028-02-28T12:00:00Z', false, '2028-02-29T00:00:00Z'],
  ['2026-01-31', 'P1M', '2026-02-28T00:00:00Z', true, '2026-02-28T00:00:00Z'],
  ['2024-02-29', 'P1Y', '2025-02-27T12:00:00Z', false, '2025-02-28T00:00:00Z'],
  [
    '2026-01-01',
    'P1DT12H',
    '2026-01-02T11:00:00Z',
    false,
    '2026-01-02T12:00:00Z',
  ],
])(
  'holds after a review on %s for %s, asked at %s: stale %s, due %s',
  (reviewedAt, reviewEvery, now, stale, reviewDueAt) => {
    expect(reviewed({ reviewedAt, reviewEvery }, now)).toEqual({
      stale,
      reviewDueAt,
    });
  },
);

it('has no due date that could not be written', () => {
  expect(
    reviewed(
      { reviewedAt: '2026-01-01', reviewEvery: 'P99999Y' },
      '2026-01-02',
    ),
  ).toEqual({ stale: false });
});

it('is stale without a due date when it was never reviewed', () => {
  expect(reviewed({ reviewEvery: 'P1D' }, '2026-01-01')).toEqual({
    stale: true,
  });
  expect(reviewed(undefined, '2026-01-01')).toEqual({ stale: true });
});

it('is not stale when there is no document', () => {
  expect(reviewState(undefined, new Date())).toEqual({ stale: false });
});
