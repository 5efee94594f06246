import { parseCalendars } from './calendars';
import { parseConditionResult } from './conditions';
import { NonsenseError } from './nonsense';
import { parseOverrides } from './overrides';

const AT = '2026-11-20T08:00:00Z';
const SECRET = 'https://bot:hunter2@calendars.example.com';

const window = {
  id: 'freeze',
  title: 'Freeze',
  effect: 'deny',
  schedule: { start: '2026-12-18', end: '2027-01-03', timeZone: 'UTC' },
};
const calendar = {
  id: 'company',
  title: 'Company',
  level: 'organization',
  version: '7',
  windows: [window],
};
const override = {
  id: 'fix-checkout',
  by: 'user:default/ada',
  reason: 'Checkout is down',
  from: '2026-11-20T07:30:00Z',
  until: '2026-11-20T10:00:00Z',
  environments: ['production'],
};

function messageOf(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    if (error instanceof NonsenseError) {
      expect(error.message).not.toContain('hunter2');
      return error.message;
    }
    throw error;
  }
  throw new Error('It was accepted');
}

describe('parseCalendars', () => {
  it('accepts calendars, and those that could not be loaded', () => {
    const { windows: _, ...about } = calendar;
    const lost = { ...about, id: 'domain', error: 'The server is away' };
    expect(parseCalendars([calendar, lost])).toEqual([calendar, lost]);
    expect(parseCalendars([])).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'the answer is not a list of calendars'],
    ['an object', { items: [] }, 'the answer is not a list of calendars'],
    ['null in the list', [null], "'0' is missing or has a wrong type"],
    ['a title that is a number', [{ ...calendar, title: 7 }], "'0.title'"],
    [
      'a level that does not exist',
      [{ ...calendar, level: SECRET }],
      "'0.level'",
    ],
    [
      'an unknown key',
      [{ ...calendar, [SECRET]: 1 }],
      'a key that is not known',
    ],
    [
      'a link that is no web page',
      [{ ...calendar, link: 'file:///etc/passwd' }],
      "'0.link'",
    ],
    [
      'both windows and an error',
      [{ ...calendar, error: 'away' }],
      'a key that is not known',
    ],
    [
      'a window with a wrong effect',
      [{ ...calendar, windows: [window, { ...window, effect: SECRET }] }],
      "'0.windows.1.effect' is not one of the allowed values",
    ],
    [
      'two calendars with one id',
      [calendar, calendar],
      "'1.id' is used more than once",
    ],
    [
      'two windows with one id',
      [{ ...calendar, windows: [window, window] }],
      "'0.windows.1.id' is used more than once",
    ],
    [
      'thousands of windows',
      [{ ...calendar, windows: new Array(5000).fill(window) }],
      'has more than 500 windows',
    ],
    [
      'thousands of calendars',
      new Array(5000).fill(calendar),
      'has more than 100 calendars',
    ],
    [
      'text without end',
      [{ ...calendar, windows: [{ ...window, title: 'x'.repeat(3e6) }] }],
      'the answer is too large',
    ],
  ])('refuses %s', (_, value, message) => {
    expect(messageOf(() => parseCalendars(value))).toContain(message);
  });
});

describe('parseConditionResult', () => {
  it('accepts an outcome with or without an end', () => {
    const full = {
      outcome: 'fail',
      reason: 'INC-7 is open',
      link: 'https://incidents.example.com/7',
      until: '2026-11-20T10:00:00+01:00',
      then: 'pass',
    };
    expect(parseConditionResult(full, AT)).toEqual(full);
    expect(parseConditionResult({ outcome: 'pass' }, AT)).toEqual({
      outcome: 'pass',
    });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'the answer is missing or has a wrong type'],
    ['a boolean', true, 'the answer is missing or has a wrong type'],
    ['another word', { outcome: 'open' }, "'outcome' is not one of"],
    [
      'an end in the past',
      { outcome: 'pass', until: '2026-11-20T07:59:59Z' },
      "'until' is not after the instant asked about",
    ],
    ['an end now', { outcome: 'pass', until: AT }, "'until' is not after"],
    ['no date', { outcome: 'pass', until: 'tomorrow' }, "'until' is not valid"],
    [
      'a date without an offset',
      { outcome: 'pass', until: '2027-01-01T00:00:00' },
      "'until' is not valid",
    ],
    [
      'what follows no end',
      { outcome: 'fail', then: 'pass' },
      "'then' is only",
    ],
    [
      'a long reason',
      { outcome: 'fail', reason: 'x'.repeat(5000) },
      "'reason'",
    ],
  ])('refuses %s', (_, value, message) => {
    expect(messageOf(() => parseConditionResult(value, AT))).toContain(message);
  });
});

describe('parseOverrides', () => {
  it('accepts overrides with ends and names', () => {
    const other = {
      ...override,
      id: 'other',
      ticket: 'INC-7',
      artifact: { name: 'orders', version: '1.2.3' },
    };
    expect(parseOverrides([override, other])).toEqual([override, other]);
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'the answer is missing or has a wrong type'],
    ['no end', [{ ...override, until: undefined }], "'0.until'"],
    [
      'an end before its beginning',
      [{ ...override, until: '2026-11-20T07:00:00Z' }],
      "'0.until' is not after 'from'",
    ],
    [
      'an end in years',
      [{ ...override, until: '2099-01-01T00:00:00Z' }],
      "'0.until' is more than 366 days after 'from'",
    ],
    ['no environment', [{ ...override, environments: [] }], "'0.environments'"],
    [
      'a pattern for environments',
      [{ ...override, environments: ['production', '*'] }],
      "'0.environments.1' is not the name of an environment",
    ],
    [
      'an empty name',
      [{ ...override, environments: [' '] }],
      "'0.environments.0' is not the name",
    ],
    [
      'an artifact that no request could name',
      [{ ...override, artifact: { name: 'orders' } }],
      "'0.artifact' is not valid",
    ],
    ['nobody', [{ ...override, by: '' }], "'0.by' is too short"],
    [
      'the same id twice',
      [override, override],
      "'1.id' is used more than once",
    ],
    ['too many', new Array(5000).fill(override), 'more than 100 overrides'],
  ])('refuses %s', (_, value, message) => {
    expect(messageOf(() => parseOverrides(value))).toContain(message);
  });
});
