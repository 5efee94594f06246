import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { HandoverWindow } from '@backstage-handover/plugin-handover-common/gate';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { overridesApi } from '../__testUtils__/overrides';
import { handoverApiRef } from '../api';
import { ReadingsProvider } from '../components';
import { freeze, gateApi } from './calendarApi.fixture';
import { WindowsSection } from './WindowsSection';

const mornings: HandoverWindow = {
  id: 'mornings',
  title: 'Weekday mornings',
  effect: 'allow',
  environments: ['staging'],
  changes: ['deploy', 'config'],
  inFlight: 'abort',
  schedule: { cron: '0 8 * * 1-5', duration: 'PT2H', timeZone: 'Asia/Kolkata' },
};

function documentWith(items: HandoverWindow[]): HandoverDocument {
  return {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    environments: { items: [{ name: 'staging' }, { name: 'production' }] },
    windows: { items },
  };
}

describe('WindowsSection', () => {
  beforeEach(() => {
    // The date alone: the calendar works with timers of its own.
    jest.useFakeTimers({
      now: new Date('2026-11-18T12:00:00Z'),
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setInterval',
        'clearInterval',
        'setImmediate',
        'clearImmediate',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'queueMicrotask',
        'nextTick',
        'performance',
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const user = userEvent.setup();

  async function show(
    items: HandoverWindow[],
    api: ReturnType<typeof gateApi> = gateApi({ windows: items }),
  ) {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [handoverApiRef, { gate: api, overrides: overridesApi([]) }],
          [fetchApiRef, mockApis.fetch()],
        ]}
      >
        <ReadingsProvider>
          <WindowsSection
            entityRef="component:default/orders"
            document={documentWith(items)}
          />
        </ReadingsProvider>
      </TestApiProvider>,
    );
  }

  // Without a layout the grid hides its events from roles, but not from their titles.
  const titles = (title: string) => screen.getAllByTitle(title);

  it('says the windows in words before the calendar is there', async () => {
    await show([freeze, mornings]);
    const table = screen.getByRole('table', { name: 'Windows' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      /Denies.*Month-end freeze.*Settlement runs.*every Friday 18:00 – Monday 09:00, from .*, Asia\/Kolkata.*production.*all except rollbacks/,
    );
    expect(second).toHaveTextContent(
      /Allows.*every Monday to Friday 08:00–10:00, Asia\/Kolkata.*must be aborted.*staging.*deployments, configuration/,
    );
  });

  it('shows every calendar that applies, and which one could not be loaded', async () => {
    const api = gateApi({ windows: [] });
    const company = {
      id: 'company',
      title: 'Company',
      level: 'organization',
      version: '7',
    } as const;
    api.getCalendars.mockResolvedValue({
      items: [
        {
          ...company,
          link: 'https://calendars.example.com',
          windows: [freeze],
        },
        {
          ...company,
          id: 'store',
          title: 'Store',
          level: 'system',
          error: 'Store did not answer within 3 seconds',
        },
      ],
    });
    await show([], api);
    const ofCompany = await screen.findByRole('region', { name: 'Company' });
    expect(
      within(ofCompany).getByRole('table', { name: 'Windows of Company' }),
    ).toHaveTextContent('Month-end freeze');
    expect(
      within(ofCompany).getByRole('link', { name: /Company/ }),
    ).toHaveAttribute('href', 'https://calendars.example.com');
    const ofStore = screen.getByRole('region', { name: 'Store' });
    expect(within(ofStore).getByRole('alert')).toHaveTextContent(
      'Could not load this calendar: Store did not answer within 3 seconds',
    );
    expect(
      screen.getByRole('option', { name: 'Asia/Kolkata (windows)' }),
    ).toBeInTheDocument();
  });

  it('shows the windows of the handover when the calendars cannot be loaded', async () => {
    const api = gateApi({ windows: [freeze] });
    api.getCalendars.mockRejectedValueOnce(new Error('timed out'));
    await show([mornings], api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the calendars: timed out',
    );
    expect(screen.getByRole('table', { name: 'Windows' })).toHaveTextContent(
      'Weekday mornings',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('rowheader', { name: /Month-end freeze/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that no windows apply', async () => {
    await show([], gateApi({ windows: [] }));
    expect(await screen.findByText(/^No windows apply/)).toBeInTheDocument();
  });

  it('shows the occurrences of a month, and each in full', async () => {
    const api = gateApi({ windows: [freeze, mornings] });
    await show([freeze, mornings], api);
    await waitFor(() =>
      // Every working day of the five weeks that the month is drawn with.
      expect(titles('Weekday mornings')).toHaveLength(25),
    );
    const [, { from, to }] = api.getOccurrences.mock.calls[0];
    expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse('2026-11-01'));
    expect(Date.parse(to)).toBeGreaterThanOrEqual(Date.parse('2026-12-01'));

    await user.click(titles('Month-end freeze')[0]);
    const dialog = await screen.findByRole('dialog', {
      name: 'Month-end freeze',
    });
    expect(dialog).toHaveTextContent(
      /Fri, Nov 20, 2026 12:30 – Mon, Nov 23, 2026 03:30 UTC in UTC/,
    );
    expect(dialog).toHaveTextContent(
      /Fri, Nov 20, 2026 18:00 – Mon, Nov 23, 2026 09:00 IST in Asia\/Kolkata/,
    );
    expect(dialog).toHaveTextContent('Calendar: Orders');
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('moves to another time, environment and zone', async () => {
    const api = gateApi({ windows: [freeze, mornings] });
    await show([freeze, mornings], api);
    await waitFor(() =>
      expect(titles('Month-end freeze')[0]).toHaveTextContent('12:30'),
    );
    expect(screen.getByText('November 2026')).toBeInTheDocument();

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Time zone' }),
      'Asia/Kolkata (windows)',
    );
    await waitFor(() =>
      expect(titles('Month-end freeze')[0]).toHaveTextContent('18:00'),
    );

    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Environment' }),
      'staging',
    );
    await waitFor(() =>
      expect(screen.queryByTitle('Month-end freeze')).not.toBeInTheDocument(),
    );
    expect(api.getOccurrences.mock.lastCall?.[1].environment).toBe('staging');

    await user.click(screen.getByRole('button', { name: 'Later' }));
    expect(await screen.findByText('December 2026')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Today' }));
    expect(await screen.findByText('November 2026')).toBeInTheDocument();
  }, 20_000);

  it('begins the list today in the zone that is shown, and reads the weeks around a week', async () => {
    jest.setSystemTime(new Date('2026-11-18T20:00:00Z'));
    const api = gateApi({ windows: [freeze, mornings] });
    await show([freeze, mornings], api);
    const rangeOf = () => {
      const { from, to } = api.getOccurrences.mock.lastCall![1];
      return [from, to];
    };
    await user.click(await screen.findByRole('button', { name: 'List' }));
    await waitFor(() => expect(rangeOf()[0]).toBe('2026-11-18T00:00:00.000Z'));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Time zone' }),
      'Asia/Kolkata (windows)',
    );
    await waitFor(() =>
      expect(rangeOf()).toEqual([
        '2026-11-18T18:30:00.000Z',
        '2026-12-02T18:30:00.000Z',
      ]),
    );

    await user.click(screen.getByRole('button', { name: 'Week' }));
    await waitFor(() =>
      expect(rangeOf()).toEqual([
        '2026-11-07T18:30:00.000Z',
        '2026-11-28T18:30:00.000Z',
      ]),
    );
    // Only those of the week are shown.
    await waitFor(() => expect(titles('Weekday mornings')).toHaveLength(5));
  });

  it('says when nothing is there, when some is left out and when it fails', async () => {
    const api = gateApi({ windows: [freeze, mornings], limit: 3 });
    await show([], api);
    expect(
      await screen.findByRole('table', { name: 'Windows' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/This period has more windows/),
    ).toBeInTheDocument();

    api.getOccurrences.mockRejectedValueOnce(new Error('timed out'));
    await user.click(await screen.findByRole('button', { name: 'Later' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the windows of this period: timed out',
    );
    api.getOccurrences.mockResolvedValueOnce({
      items: [],
      truncated: false,
      problems: [],
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('No windows in this period.'),
    ).toBeInTheDocument();
  });
});
