import type {
  Alert,
  AlertProviderState,
  Alerts,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { documentState, handoverApiWith } from '../__testUtils__/handoverApi';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const NOW = new Date(2026, 10, 29, 10, 0);
const at = (hours: number, minutes: number) =>
  new Date(2026, 10, 29, hours, minutes).toISOString();

const handover: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  failures: {
    items: [
      { symptom: 'Queues grow', fix: 'Add consumers.', match: { alert: 'Q*' } },
      {
        symptom: 'Payments fail',
        fix: 'Switch to the other provider.',
        match: { alert: 'ErrorRateHigh' },
      },
    ],
  },
};

const errors: Alert = {
  id: '1',
  provider: 'main',
  name: 'ErrorRateHigh',
  severity: 'critical',
  summary: '2 % of orders fail',
  since: at(9, 40),
  labels: { service: 'orders' },
  environment: 'production',
  acknowledged: { by: 'Bo', at: at(9, 45) },
  url: 'https://alertmanager.example.com/#/alerts',
  runbookUrl: 'https://runbooks.example.com/errors',
};

const slow: Alert = {
  id: '2',
  provider: 'main',
  name: 'Slow',
  since: at(9, 50),
  labels: {},
  silenced: { until: at(12, 0), by: 'ada', comment: 'Known, see OPS-42' },
};

const main: AlertProviderState = {
  id: 'main',
  title: 'Alertmanager',
  status: 'ok',
  checkedAt: NOW.toISOString(),
};

const failing: AlertProviderState = {
  ...main,
  id: 'other',
  title: 'Pager',
  status: 'failing',
  message: 'Pager did not answer within 5 seconds',
};

const alertsOf = (
  items: Alert[],
  providers: AlertProviderState[] = [main],
): Alerts => ({ items, providers });

function show(
  list: () => Promise<Alerts>,
  { at: place = '', document = handover as HandoverDocument | undefined } = {},
) {
  const api = handoverApiWith(async () => documentState(document));
  return renderTab({ api: { ...api, alerts: { list } }, at: place });
}

const findPanel = async () =>
  within(await screen.findByRole('region', { name: 'Firing alerts' }));
const findGlance = async () =>
  within(await screen.findByRole('region', { name: 'At a glance' }));

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('in the incident view', () => {
  it('shows each alert beside its documented fix', async () => {
    await show(async () => alertsOf([errors, slow]), { at: '?view=incident' });
    const panel = await findPanel();
    const [first, second] = panel.getAllByRole('listitem');
    for (const text of [
      'ErrorRateHigh',
      'critical',
      'production',
      'since 09:40',
      '2 % of orders fail',
      'Acknowledged by Bo since 09:45',
      'Documented fixSwitch to the other provider.',
      'Documented as: Payments fail',
    ]) {
      expect(first).toHaveTextContent(text);
    }
    expect(
      within(first).getByRole('link', {
        name: /^Open ErrorRateHigh in Alertmanager/,
      }),
    ).toHaveAttribute('href', errors.url);
    expect(
      within(first).getByRole('link', { name: /^Runbook of ErrorRateHigh/ }),
    ).toHaveAttribute('href', errors.runbookUrl);
    expect(second).toHaveTextContent(
      'Silenced until 12:00 by ada: Known, see OPS-42',
    );
    expect(second).toHaveTextContent('Not documented yet');
    expect(panel.getByText('As of 10:00')).toBeInTheDocument();
  });

  it('offers to document an alert as the next failure', async () => {
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await show(async () => alertsOf([slow]), { at: '?view=incident' });
    const panel = await findPanel();
    await user.click(panel.getByRole('button', { name: /^Copy it as YAML/ }));
    expect(writeText).toHaveBeenCalledWith(
      [
        '- symptom: "The alert Slow fires"',
        '  cause: ""',
        '  fix: ""',
        '  match:',
        '    alert: "Slow"',
        '',
      ].join('\n'),
    );
  });

  it.each<[string, AlertProviderState[], string[], string[]]>([
    ['all answer', [main], ['No alert is firing.'], ['unknown']],
    [
      'one fails',
      [main, failing],
      [
        'Some alerts are unknown: Pager did not answer within 5 seconds.',
        'No alert is firing in the systems that could be read.',
      ],
      [],
    ],
    [
      'all fail',
      [failing],
      ['Alerts are unknown: Pager did not answer within 5 seconds.'],
      ['No alert is firing'],
    ],
  ])('says what is known where %s', async (_, providers, said, unsaid) => {
    await show(async () => alertsOf([], providers), { at: '?view=incident' });
    await findPanel();
    const region = screen.getByRole('region', { name: 'Firing alerts' });
    said.forEach(text => expect(region).toHaveTextContent(text));
    unsaid.forEach(text => expect(region).not.toHaveTextContent(text));
  });

  it('says how many alerts are left out', async () => {
    await show(async () => alertsOf([errors], [{ ...main, omitted: 7 }]), {
      at: '?view=incident',
    });
    const panel = await findPanel();
    expect(
      panel.getByText('Alertmanager has 7 more alerts.'),
    ).toBeInTheDocument();
  });

  it('works without a document', async () => {
    const list = jest.fn(async () => alertsOf([errors]));
    await show(list, { at: '?view=incident', document: undefined });
    const panel = await findPanel();
    expect(panel.getByRole('listitem')).toHaveTextContent('ErrorRateHigh');
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('shows nothing where no system knows of alerts, and hardly asks', async () => {
    const list = jest.fn(async () => alertsOf([], []));
    await show(list, { at: '?view=incident' });
    await screen.findByRole('region', { name: /^Known failures/ });
    await act(() => jest.advanceTimersByTimeAsync(120_000));
    expect(
      screen.queryByRole('region', { name: 'Firing alerts' }),
    ).not.toBeInTheDocument();
    expect(list).toHaveBeenCalledTimes(1);
  });
});

describe('in the document view', () => {
  it('names what fires in a line, with the way to the fixes', async () => {
    const others = ['B', 'C', 'D'].map(name => ({ ...errors, id: name, name }));
    await show(async () => alertsOf([errors, ...others, slow]));
    const glance = await findGlance();
    expect(
      await glance.findByText(
        '4 alerts are firing: ErrorRateHigh (critical) since 09:40, B (critical) since 09:40, C (critical) since 09:40 and 1 more.',
      ),
    ).toBeInTheDocument();
    expect(
      glance.getByRole('link', { name: 'Show alerts and fixes' }),
    ).toHaveAttribute('href', '/?view=incident#alerts');
    expect(
      screen.queryByRole('region', { name: 'Firing alerts' }),
    ).not.toBeInTheDocument();
  });

  it('says that the only one is silenced', async () => {
    await show(async () => alertsOf([slow]));
    const glance = await findGlance();
    expect(
      await glance.findByText(
        '1 alert is firing but silenced: Slow since 09:50.',
      ),
    ).toBeInTheDocument();
  });

  it('shows nothing if nothing fires, until something does', async () => {
    const list = jest.fn(async () => alertsOf([]));
    await show(list);
    const glance = await findGlance();
    await act(() => jest.advanceTimersByTimeAsync(1));
    expect(glance.queryByText(/alert/i)).not.toBeInTheDocument();
    list.mockResolvedValue(alertsOf([errors]));
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(glance.getByText(/^1 alert is firing/)).toBeInTheDocument();
  });

  it('says why alerts are unknown, and asks again', async () => {
    const list = jest
      .fn(async () => alertsOf([], [main, failing]))
      .mockRejectedValueOnce(new Error('No answer'));
    await show(list);
    const glance = await findGlance();
    const alert = await glance.findByText(/Could not load alerts: No answer/);
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await glance.findByText(
        'Some alerts are unknown: Pager did not answer within 5 seconds.',
      ),
    ).toHaveAttribute('role', 'alert');
    expect(glance.queryByText(/Could not load/)).not.toBeInTheDocument();
  });
});
