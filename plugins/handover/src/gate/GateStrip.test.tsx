import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type { HandoverWindow } from '@backstage-handover/plugin-handover-common/gate';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../api';
import { ReadingsProvider } from '../components';
import { freeze, gateApi } from './calendarApi.fixture';
import { GateStrip } from './GateStrip';
import { GateSummary } from './GateSummary';

// Saturday noon in UTC: inside the freeze that ends on Monday 09:00 in India, 03:30 UTC.
const SATURDAY = new Date('2026-11-21T12:00:00Z');

describe('GateStrip', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: SATURDAY });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const once = (
    title: string,
    effect: 'allow' | 'deny',
    start: string,
    end: string,
  ): HandoverWindow => ({
    ...freeze,
    id: title,
    title,
    effect,
    schedule: {
      start: `2026-11-${start}:00`,
      end: `2026-11-${end}:00`,
      timeZone: 'UTC',
    },
  });

  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

  async function show(
    api: ReturnType<typeof gateApi>,
    { incident = false } = {},
  ) {
    await renderInTestApp(
      <TestApiProvider apis={[[handoverApiRef, { gate: api }]]}>
        <ReadingsProvider>
          <GateStrip entityRef="component:default/orders" incident={incident} />
        </ReadingsProvider>
      </TestApiProvider>,
    );
  }

  it('says for each environment what holds, until when and why', async () => {
    const api = gateApi({
      windows: [freeze],
      environments: ['staging', 'production'],
    });
    await show(api);

    expect(
      await screen.findByRole('button', {
        name: 'production: closed until Mon 03:30 UTC, Month-end freeze',
        expanded: false,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'staging: open' }),
    ).toBeInTheDocument();
    expect(api.getDecisions).toHaveBeenCalledTimes(1);
  });

  it('names each window that keeps it closed, one after the other', async () => {
    const windows = [
      once('Peak sales', 'deny', '20T00', '23T00'),
      // Begins before the sales end, and ends after them.
      once('Month-end freeze', 'deny', '22T00', '24T00'),
      // Changes nothing.
      once('Backup', 'deny', '22T00', '23T00'),
      once('Later', 'deny', '26T00', '27T00'),
    ];
    await show(gateApi({ windows, environments: ['production'] }));
    expect(
      await screen.findByRole('button', {
        name: 'production: closed until Tue 00:00 UTC, Peak sales, then Month-end freeze',
      }),
    ).toBeInTheDocument();
  });

  it('begins with the end of the promotion path where there is room for little', async () => {
    const { matchMedia } = window;
    const narrow = (query: string) =>
      Object.assign(new EventTarget(), {
        matches: query.includes('max-width'),
        media: query,
        onchange: null,
        addListener: () => {},
        removeListener: () => {},
      });
    window.matchMedia = narrow;
    try {
      await show(
        gateApi({ windows: [], environments: ['staging', 'production'] }),
      );
      const names = (await screen.findAllByRole('button')).map(
        tile => tile.textContent,
      );
      expect(names).toEqual(['production: open', 'staging: open']);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  describe('in an incident', () => {
    const environments = ['staging', 'production'];
    const tiles = async () =>
      (await screen.findAllByRole('button')).map(tile => tile.textContent);

    it('says first whether a rollback may pass, and begins with production', async () => {
      const api = gateApi({ windows: [freeze], environments });
      await show(api, { incident: true });
      expect(await tiles()).toEqual([
        'production: rollback allowed, deployments: closed until Mon 03:30 UTC',
        'staging: rollback allowed',
      ]);
      expect(
        screen.getByRole('list', { name: 'Can I roll back now?' }),
      ).toBeInTheDocument();
    });

    it('says why a rollback is blocked', async () => {
      const changes: ('deploy' | 'rollback')[] = ['deploy', 'rollback'];
      const api = gateApi({
        windows: [{ ...freeze, changes }],
        environments,
      });
      await show(api, { incident: true });
      expect((await tiles())[0]).toBe(
        'production: rollback blocked until Mon 03:30 UTC, Month-end freeze, deployments: closed until Mon 03:30 UTC',
      );
      await user.click(screen.getByRole('button', { name: /production/ }));
      expect(
        await screen.findByRole('region', {
          name: 'Rollbacks are blocked in production',
        }),
      ).toHaveTextContent('Settlement runs.');
    });

    it('never says that a rollback may pass if the gate does not say so', async () => {
      const api = gateApi({ windows: [], environments });
      const answer = api.getDecisions.getMockImplementation()!;
      api.getDecisions.mockImplementation(async (ref, query, ...options) => {
        if (query?.change === 'rollback') {
          throw new Error('Bad Gateway');
        }
        return answer(ref, query, ...options);
      });
      await show(api, { incident: true });
      expect(await tiles()).toEqual([
        'production: unknown whether a rollback is allowed, deployments: open',
        'staging: unknown whether a rollback is allowed',
        'Ask again',
      ]);
      expect(screen.getByRole('alert')).toHaveTextContent(
        'The gate did not answer: Bad Gateway',
      );
    });
  });

  it('opens the reasons, on both clocks, and says whether a rollback may pass', async () => {
    const api = gateApi({
      windows: [
        freeze,
        {
          ...freeze,
          id: 'audit',
          title: 'Audit',
          schedule: {
            start: '2026-12-01',
            end: '2026-12-02',
            timeZone: 'Europe/London',
          },
        },
      ],
    });
    await show(api);
    await user.click(await screen.findByRole('button', { name: /production/ }));

    const panel = await screen.findByRole('region', {
      name: 'production is closed for deployments',
    });
    expect(
      await within(panel).findByText('Rollbacks are allowed now.'),
    ).toBeInTheDocument();
    expect(panel).toHaveTextContent('Opens Mon 03:30 UTC (in 2 days).');
    expect(panel).toHaveTextContent('active now: Fri 12:30 – Mon 03:30 UTC');
    expect(panel).toHaveTextContent(
      'Fri 18:00 – Mon 09:00 IST in Asia/Kolkata',
    );
    expect(panel).toHaveTextContent('Settlement runs.');
    expect(panel).toHaveTextContent(/As of Sat 12:00 UTC, revision 7/);
    const ahead = within(panel).getByRole('list', { name: 'Coming up' });
    expect(ahead).toHaveTextContent('Audit');
    expect(api.getDecision).toHaveBeenCalledWith(
      'component:default/orders',
      { environment: 'production', change: 'rollback' },
      expect.anything(),
    );

    await user.click(screen.getByRole('button', { name: /production/ }));
    expect(
      screen.queryByRole('region', { name: /production/ }),
    ).not.toBeInTheDocument();
  });

  it('says that nothing is known about a rollback if the gate cannot be asked', async () => {
    const api = gateApi({ windows: [freeze] });
    api.getDecision.mockRejectedValue(new Error('Bad Gateway'));
    await show(api);
    await user.click(await screen.findByRole('button', { name: /production/ }));

    expect(
      await screen.findByText(
        'The gate cannot tell whether rollbacks are allowed.',
      ),
    ).toBeInTheDocument();
  });

  it('names the allow window that a closed gate waits for', async () => {
    await show(
      gateApi({
        windows: [
          {
            ...freeze,
            id: 'mornings',
            title: 'Weekday mornings',
            effect: 'allow',
            schedule: {
              cron: '0 8 * * 1-5',
              duration: 'PT2H',
              timeZone: 'Etc/UTC',
            },
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('button', {
        name: 'production: closed until Mon 08:00 UTC, outside Weekday mornings',
      }),
    ).toBeInTheDocument();
  });

  const mornings = once('Mornings', 'allow', '23T08', '23T10');

  it.each([
    [
      'Mon 08:00 UTC, Freeze, then outside Mornings',
      [mornings, once('Freeze', 'deny', '20T00', '22T00')],
    ],
    [
      'Mon 08:00 UTC, outside Mornings',
      [mornings, once('Backup', 'deny', '22T02', '22T03')],
    ],
    [
      'Mon 09:00 UTC, outside Mornings, then Freeze',
      [mornings, once('Freeze', 'deny', '23T07', '23T09')],
    ],
    [
      'Mon 08:00 UTC, Freeze, then outside Mornings',
      [
        once('Lunch', 'allow', '21T11', '21T13'),
        once('Freeze', 'deny', '21T10', '21T14'),
        mornings,
      ],
    ],
    [
      'Sat 14:00 UTC, Freeze',
      [
        once('Freeze', 'deny', '21T10', '21T14'),
        once('Lunch', 'allow', '21T11', '21T15'),
        mornings,
      ],
    ],
    [
      'Sun 08:00 UTC, outside Sunday',
      [mornings, once('Sunday', 'allow', '22T08', '22T10')],
    ],
  ])('names only windows that change something: %s', async (until, windows) => {
    await show(gateApi({ windows }));
    expect(
      await screen.findByRole('button', {
        name: `production: closed until ${until}`,
      }),
    ).toBeInTheDocument();
  });

  it('says who opened a closed gate, and what else there is to know', async () => {
    const api = gateApi({
      windows: [freeze],
      inputs: {
        overrides: [
          {
            id: '1',
            by: 'user:default/ada',
            reason: 'Checkout is down.',
            ticket: 'INC-7',
            from: '2026-11-21T11:00:00Z',
            until: '2026-11-21T14:00:00Z',
            environments: ['production'],
          },
        ],
        conditions: [
          {
            id: 'incidents',
            title: 'No open incident',
            outcome: 'fail',
            until: '2026-11-21T13:00:00Z',
          },
        ],
        notices: [{ kind: 'notice', title: 'Based on revision 6' }],
      },
    });
    await show(api);
    await user.click(
      await screen.findByRole('button', {
        name: 'production: open by override until Sat 14:00 UTC',
      }),
    );
    const panel = await screen.findByRole('region', { name: /production/ });
    const [override, ...others] = within(panel).getAllByRole('listitem');
    expect(override).toHaveTextContent(
      /Override by user:default\/ada.*Checkout is down\..*active now: .*Ticket: INC-7/,
    );
    expect(others.map(item => item.textContent)).toEqual([
      expect.stringContaining('No open incident: failedKnown until'),
      expect.stringContaining('Month-end freeze'),
      'Based on revision 6',
    ]);
  });

  it('says how far it was searched for an opening', async () => {
    const toggling = (id: string, effect: 'allow' | 'deny') => ({
      id,
      title: id,
      effect,
      schedule: { cron: '*/2 * * * *', duration: 'PT30S', timeZone: 'UTC' },
    });
    await show(
      gateApi({ windows: [toggling('go', 'allow'), toggling('stop', 'deny')] }),
    );
    await user.click(
      await screen.findByRole('button', { name: /production: closed/ }),
    );
    expect(
      await screen.findByText(
        /^Nothing changes before .* What happens after that is unknown\./,
      ),
    ).toBeVisible();
  });

  it('names the condition that closes the gate', async () => {
    await show(
      gateApi({
        windows: [],
        inputs: {
          conditions: [
            {
              id: 'incidents',
              title: 'No open incident',
              outcome: 'fail',
              reason: 'INC-7 is open.',
              link: 'https://incidents.example.com/7',
            },
            {
              id: 'level',
              title: "Level of scorecard 'ready'",
              outcome: 'unknown',
              reason: 'The service was not evaluated yet.',
            },
          ],
        },
      }),
    );
    await user.click(
      await screen.findByRole('button', {
        name: 'production: closed, No open incident',
      }),
    );
    const panel = await screen.findByRole('region', { name: /production/ });
    expect(
      within(panel).getByRole('link', { name: /No open incident/ }),
    ).toHaveAttribute('href', 'https://incidents.example.com/7');
    const [failed, unknown] = within(panel).getAllByRole('listitem');
    expect(failed).toHaveTextContent(
      /No open incident.*: failed.*INC-7 is open/,
    );
    expect(unknown).toHaveTextContent(
      /scorecard 'ready': unknown.*The service was not evaluated yet\./,
    );
  });

  it('asks again when the verdict is due to change, and when the page is looked at again', async () => {
    const api = gateApi({ windows: [freeze] });
    await show(api);
    await screen.findByRole('button', { name: /closed until Mon 03:30/ });

    // One answer holds for a quarter of an hour at most, because calendars change.
    await act(() => jest.advanceTimersByTimeAsync(10 * 60 * 1000));
    expect(api.getDecisions).toHaveBeenCalledTimes(1);
    await act(() => jest.advanceTimersByTimeAsync(6 * 60 * 1000));
    expect(api.getDecisions).toHaveBeenCalledTimes(2);

    await act(async () => {
      jest.setSystemTime(new Date('2026-11-23T03:29:00Z'));
      document.dispatchEvent(
        // It bubbles in browsers, too.
        new Event('visibilitychange', { bubbles: true }),
      );
      await jest.advanceTimersByTimeAsync(0);
    });
    expect(api.getDecisions).toHaveBeenCalledTimes(3);

    await act(() => jest.advanceTimersByTimeAsync(61 * 1000));
    expect(api.getDecisions).toHaveBeenCalledTimes(4);
    expect(
      screen.getByRole('button', {
        name: 'production: open until Fri 12:30 UTC',
      }),
    ).toBeInTheDocument();
  });

  it('does not pass off an old verdict as the present one', async () => {
    const api = gateApi({ windows: [freeze] });
    await show(api);
    await screen.findByRole('button', { name: /closed until/ });

    api.getDecisions.mockRejectedValue(new Error('the server is away'));
    await act(() => jest.advanceTimersByTimeAsync(16 * 60 * 1000));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Refresh has been failing since 12:15 (the server is away). Showing data from 12:00.',
    );
    // Not yet due to change: it still holds.
    expect(
      screen.getByRole('button', { name: /production: closed until/ }),
    ).toBeInTheDocument();

    await act(async () => {
      jest.setSystemTime(new Date('2026-11-23T04:00:00Z'));
      await jest.advanceTimersByTimeAsync(31 * 1000);
    });
    expect(
      screen.getByRole('button', { name: 'production: no answer' }),
    ).toBeInTheDocument();
  });

  it('says when the gate does not answer, and asks again', async () => {
    const api = gateApi({ windows: [] });
    api.getDecisions.mockRejectedValueOnce(new Error('timed out'));
    await show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The gate did not answer: timed out',
    );
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(
      await screen.findByRole('button', { name: 'production: open' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('tells an unknown verdict from an open one', async () => {
    await show(gateApi({ windows: [], calendarError: 'no such file' }));
    await user.click(
      await screen.findByRole('button', {
        name: "production: unknown, Calendar 'Orders' could not be loaded",
      }),
    );
    expect(
      await screen.findByRole('region', { name: /production/ }),
    ).toHaveTextContent(/Treat it as closed.*no such file/);
  });

  it('is short on a card', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[[handoverApiRef, { gate: gateApi({ windows: [freeze] }) }]]}
      >
        <ReadingsProvider>
          <GateSummary entityRef="component:default/orders" />
        </ReadingsProvider>
      </TestApiProvider>,
    );
    const list = await screen.findByRole('list', {
      name: 'Can I deploy now?',
    });
    expect(within(list).getByRole('listitem')).toHaveTextContent(
      'production: closed until Mon 03:30 UTC, Month-end freeze',
    );
  });
});
