import { inputOf } from './InputReader';

const NOW = new Date('2026-11-20T10:00:00Z');
const later = new Date(NOW.getTime() + 1);

it('exempts from the checks of the same scorecard only, and until the end', () => {
  const { exempt, previousLevel } = inputOf(
    {
      facts: new Map(),
      levels: new Map([
        ['ready', 'silver'],
        ['other', 'gold'],
      ]),
      exemptions: [
        { scorecard: 'ready', check: 'in-force', until: later },
        { scorecard: 'ready', check: 'over', until: NOW },
        { scorecard: 'other', check: 'elsewhere', until: later },
      ],
    },
    { scorecard: 'ready', now: NOW },
  );
  expect([...(exempt ?? [])]).toEqual(['in-force']);
  expect(previousLevel).toBe('silver');
});
