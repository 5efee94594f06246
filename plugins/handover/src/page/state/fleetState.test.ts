import fc from 'fast-check';
import {
  COMPARED_DAYS,
  countFilters,
  EXEMPTION_SELECTIONS,
  type FleetState,
  GROUPINGS,
  INITIATIVE_SELECTIONS,
  PROGRESS,
  readFleetState,
  STATUSES,
  TIERS,
  VIEWS,
  writeFleetState,
} from './fleetState';

const read = (search: string) => readFleetState(new URLSearchParams(search));

const refs = fc.array(fc.string({ minLength: 1 }), {
  minLength: 1,
  maxLength: 5,
});

/** States that the page can be in. */
const states: fc.Arbitrary<FleetState> = fc
  .record({
    initiatives: fc.constantFrom(...INITIATIVE_SELECTIONS),
    initiative: fc.option(fc.uuid(), { nil: undefined }),
    progress: fc.option(fc.constantFrom(...PROGRESS), { nil: undefined }),
    view: fc.constantFrom(...VIEWS),
    by: fc.constantFrom(...GROUPINGS),
    exemptions: fc.constantFrom(...EXEMPTION_SELECTIONS),
    days: fc.constantFrom(...COMPARED_DAYS),
    facts: fc.option(fc.stringMatching(/^[a-z]+( [a-z]+)?$/), {
      nil: undefined,
    }),
    sort: fc.constantFrom('title' as const, 'coverage' as const),
    order: fc.constantFrom('asc' as const, 'desc' as const),
    filters: fc.record(
      {
        owner: refs,
        system: refs,
        domain: refs,
        tier: fc.subarray([...TIERS], { minLength: 1 }),
        status: fc.subarray([...STATUSES], { minLength: 1 }),
        stale: fc.boolean(),
        level: fc.constant<string[]>(['ready:none', 'runs-well:gold']),
        coverageMin: fc.double({ min: 0, max: 1, noNaN: true }),
        q: fc.stringMatching(/^[a-z]{1,9}$/),
      },
      { requiredKeys: [] },
    ),
    columns: fc.option(fc.subarray(['a', 'b'], { minLength: 1 }), {
      nil: undefined,
    }),
    cursor: fc.option(fc.stringMatching(/^\w+$/), { nil: undefined }),
  })
  // The list has no groups.
  .map(state =>
    state.view === 'services' ? { ...state, by: 'owner' } : state,
  );

it('reads from an address what it has written', () => {
  fc.assert(
    fc.property(states, state => {
      // As the browser keeps it.
      const search = writeFleetState(state).toString();
      // Absent and undefined are the same.
      expect(JSON.parse(JSON.stringify(read(search)))).toEqual(
        JSON.parse(JSON.stringify(state)),
      );
    }),
  );
});

it('has a short address while nothing is chosen', () => {
  expect(writeFleetState(read('')).toString()).toBe('');
});

it('leaves out what the backend would refuse', () => {
  expect(
    read(
      'view=all&by=tier&sort=name&order=up&days=31&tier=5&tier=2&status=good&stale=1&level=gold&level=A:b&coverageMin=2&coverageMax=x&owner=&q=%20&ownerTree=true',
    ),
  ).toEqual({
    view: 'services',
    by: 'owner',
    initiatives: 'open',
    exemptions: 'open',
    days: 30,
    sort: 'title',
    order: 'asc',
    filters: { tier: [2] },
  });
});

it('leaves out an initiative that cannot exist', () => {
  expect(read('initiatives=new&initiative=1&progress=half')).toEqual(read(''));
});

it('counts a range as one filter, and the group tree as none', () => {
  expect(
    countFilters({
      owner: ['group:default/a'],
      ownerTree: true,
      coverageMin: 0,
      coverageMax: 0.5,
      status: [],
    }),
  ).toBe(2);
});
