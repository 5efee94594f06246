import type {
  EvaluatedTrigger,
  HandoverDocument,
  MeasuredTrigger,
  MetricsSourceState,
  RollbackTriggers,
} from '@backstage-handover/plugin-handover-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { documentState, handoverApiWith } from '../__testUtils__/handoverApi';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const at = (hours: number, minutes: number) =>
  new Date(2026, 10, 29, hours, minutes).toISOString();

const errors: MeasuredTrigger = {
  text: 'More than 1 % of requests fail',
  query: 'job:errors:ratio5m',
  above: 0.01,
  for: 'PT5M',
  unit: 'ratio',
};
const latency: MeasuredTrigger = {
  text: 'Requests take long',
  query: 'job:latency:p99',
  above: 0.5,
  unit: 'seconds',
};
const orders: MeasuredTrigger = {
  text: 'Nobody orders',
  query: 'job:orders:rate5m',
  below: 1,
};

const handover: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  rollback: {
    triggers: ['Customers report wrong totals', errors, latency, orders],
    decideWithin: 'PT15M',
  },
};

const main: MetricsSourceState = {
  id: 'main',
  title: 'Prometheus',
  status: 'ok',
  checkedAt: at(10, 0),
};

const measured = {
  at: at(10, 0),
  source: 'main',
  history: {
    from: at(9, 0),
    stepSeconds: 1_200,
    values: [0, null, 0.02, 0.02],
  },
};

const met: EvaluatedTrigger = {
  ...errors,
  ...measured,
  state: 'met',
  value: 0.02,
  since: at(9, 40),
  url: 'https://prometheus.example.com/graph',
};
const fast: EvaluatedTrigger = {
  ...latency,
  ...measured,
  state: 'notMet',
  value: 0.25,
};
const unknown: EvaluatedTrigger = {
  ...orders,
  state: 'unknown',
  reason: 'noData',
  source: 'main',
};

const answer = (
  items: EvaluatedTrigger[],
  more: Partial<RollbackTriggers> = {},
): RollbackTriggers => ({ items, sources: [main], ...more });

const watch = {
  environment: 'production',
  version: '2.33.0',
  deployedAt: at(9, 50),
  until: at(10, 50),
};

function show(
  get: () => Promise<RollbackTriggers>,
  { at: place = '?view=incident', document = handover } = {},
) {
  const api = handoverApiWith(async () => documentState(document));
  return renderTab({ api: { ...api, triggers: { get } }, at: place });
}

const findRollback = () => screen.findByRole('region', { name: /^Rollback/ });
const findGlance = () => screen.findByRole('region', { name: 'At a glance' });
const findRows = async () => {
  const title = await within(await findRollback()).findByRole('heading', {
    name: 'Triggers now',
  });
  return within(title.parentElement!).getAllByRole('listitem');
};

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date(2026, 10, 29, 10, 0),
    advanceTimers: true,
  });
});
afterEach(() => {
  jest.useRealTimers();
});

describe.each(['', '?view=incident'])('the rollback at "%s"', place => {
  it('shows for each trigger whether it is met, its value, history and age', async () => {
    await show(async () => answer([met, fast, unknown]), { at: place });
    const [first, second, third] = await findRows();
    for (const text of [
      'Met',
      'More than 1 % of requests fail',
      '2% now, above 1% since 09:40.',
      'Met when above 1% for 5 minutes.',
      'Evaluated at 10:00.',
    ]) {
      expect(first).toHaveTextContent(text);
    }
    expect(
      within(first).getByRole('img', {
        name: 'Between 0% and 2% since 09:00. The limit is 1%.',
      }),
    ).toBeInTheDocument();
    expect(
      within(first).getByRole('link', {
        name: /^Open the results in Prometheus/,
      }),
    ).toHaveAttribute('href', met.url);
    expect(second).toHaveTextContent(
      'Not metRequests take long250 ms now. Met when above 500 ms.',
    );
    expect(third).toHaveTextContent(
      'UnknownNobody orders The query returned no result. Remove any comparison.',
    );
    expect(within(third).queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('a trigger', () => {
  it.each<[string, Partial<EvaluatedTrigger>, string]>([
    [
      'that holds, but not long enough yet',
      { state: 'notMet', value: 0.02, since: at(9, 58) },
      'Not metMore than 1 % of requests fail2% now, above 1% since 09:58.',
    ],
    [
      'that holds since before anything was read',
      { state: 'met', value: 0.02, since: at(9, 0), orEarlier: true },
      '2% now, above 1% since 09:00 or earlier.',
    ],
    [
      'whose last value is old',
      { state: 'unknown', reason: 'stale', value: 0.02, at: at(9, 30) },
      'The last value was 2%. The latest result is too old. The metric may have stopped. Met when above 1% for 5 minutes. Evaluated at 09:30.',
    ],
    [
      'whose query failed',
      {
        state: 'unknown',
        reason: 'queryFailed',
        message: 'Prometheus rejects the query: parse error',
      },
      'Prometheus rejects the query: parse error.',
    ],
  ])('%s says so', async (_, reading, text) => {
    const trigger = { ...errors, source: 'main', ...reading };
    await show(async () => answer([trigger as EvaluatedTrigger, fast]));
    const [first] = await findRows();
    expect(first).toHaveTextContent(text);
  });

  it('says why its query failed, unless the whole source fails with it', async () => {
    const failed = (message: string): EvaluatedTrigger => ({
      ...errors,
      state: 'unknown',
      reason: 'queryFailed',
      source: 'main',
      message,
    });
    await show(async () =>
      answer([failed('Prometheus is down'), failed('No such function')], {
        sources: [
          { ...main, status: 'failing', message: 'Prometheus is down' },
        ],
      }),
    );
    const [first, second] = await findRows();
    expect(first).not.toHaveTextContent('Prometheus is down');
    expect(second).toHaveTextContent('No such function.');
  });

  it('announces that it is no longer evaluated, in the list', async () => {
    const get = jest.fn(async () => answer([fast]));
    await show(get);
    await findRows();
    get.mockRejectedValue(new Error('Handover is down'));
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(
      await within(await findRollback()).findByText(/Handover is down/),
    ).toHaveAttribute('role', 'status');
  });

  it('without a source is shown as documented, with one hint', async () => {
    const get = jest.fn(async () =>
      answer([{ ...errors, state: 'unknown', reason: 'noSource' }], {
        sources: [],
      }),
    );
    await show(get, { at: '' });
    const rollback = await findRollback();
    expect(
      await within(rollback).findByText(/no metrics source is connected/),
    ).toBeInTheDocument();
    expect(rollback).toHaveTextContent('Customers report wrong totals');
    expect(rollback).toHaveTextContent(
      'More than 1 % of requests failMet when above 1% for 5 minutes.',
    );
    expect(within(rollback).queryByText('Unknown')).not.toBeInTheDocument();
    expect(await findGlance()).not.toHaveTextContent(/rollback trigger/i);
    await act(() => jest.advanceTimersByTimeAsync(120_000));
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('is shown as documented while it is evaluated', async () => {
    await show(() => new Promise(() => {}));
    const rollback = await findRollback();
    expect(
      await within(rollback).findByText('Evaluating triggers…'),
    ).toBeInTheDocument();
    expect(rollback).toHaveTextContent('Nobody orders');
  });

  it('is not asked for where none has a query', async () => {
    const get = jest.fn(async () => answer([]));
    await show(get, {
      document: {
        ...handover,
        rollback: { triggers: ['Down', { text: 'a' }] },
      },
    });
    expect(await findRollback()).toHaveTextContent('Down');
    expect(get).not.toHaveBeenCalled();
  });
});

/** What the strip says of triggers. */
const SENTENCES: [string, RollbackTriggers, string][] = [
  [
    'how many are met, and how much time is left to decide',
    answer([met, { ...latency, state: 'met' }, unknown], {
      watch: {
        ...watch,
        decideBy: new Date(2026, 10, 29, 10, 8, 40).toISOString(),
      },
    }),
    '2 of 3 measured rollback triggers are met: decide within 8 minutes. 1 is unknown. Release 2.33.0 reached production 10 minutes ago. Triggers',
  ],
  ...(
    [
      [10, 0, 'decide in less than a minute.'],
      [10, 1, 'decide within 1 minute.'],
      [12, 5, 'decide within 2 hours, 5 minutes.'],
    ] as const
  ).map(([hours, minutes, text]): [string, RollbackTriggers, string] => [
    `to ${text}`,
    answer([met], {
      watch: {
        ...watch,
        decideBy: at(hours, minutes).replace(':00.', ':05.'),
      },
    }),
    `1 of 1 measured rollback triggers is met: ${text}`,
  ]),
  [
    'that the deployment failed',
    answer([fast], { watch: { ...watch, outcome: 'failed' } }),
    'The deployment of release 2.33.0 to production failed 10 minutes ago.',
  ],
  [
    'that a deployment runs',
    answer([fast], {
      watch: { ...watch, version: undefined, outcome: 'running' },
    }),
    'A deployment to production started 10 minutes ago.',
  ],
  [
    'what is unknown if the last deployment is, too',
    answer([fast, unknown], { watchUnknown: true }),
    '1 of 2 measured rollback triggers is unknown. The rest are not met. The last deployment could not be read.',
  ],
  [
    'that the time to decide is over',
    answer([met, fast], { watch: { ...watch, decideBy: at(9, 55) } }),
    '1 of 2 measured rollback triggers is met: the time to decide ended 5 minutes ago.',
  ],
  [
    'what is met long after a deployment',
    answer([met, fast]),
    '1 of 2 measured rollback triggers is met. Triggers',
  ],
  [
    'that nothing is met after a deployment',
    answer([fast], { watch: { ...watch, version: undefined } }),
    'No measured rollback trigger is met. The last deployment to production was 10 minutes ago. Watched until 10:50.',
  ],
  [
    'what is unknown after a deployment',
    answer([fast, unknown], { watch }),
    '1 of 2 measured rollback triggers is unknown. The rest are not met. Release 2.33.0',
  ],
];

describe('the strip', () => {
  it.each(SENTENCES)('says %s', async (_, triggers, text) => {
    await show(async () => triggers, { at: '' });
    const glance = await findGlance();
    const link = await within(glance).findByRole('link', {
      name: 'Triggers',
    });
    expect(link).toHaveAttribute('href', '/#rollback');
    expect(link.parentElement).toHaveTextContent(text);
  });

  it('says nothing long after a deployment, until a trigger is met', async () => {
    const get = jest.fn(async () => answer([fast]));
    get.mockResolvedValueOnce(answer([fast], { watchUnknown: true }));
    await show(get, { at: '' });
    const glance = await findGlance();
    await act(() => jest.advanceTimersByTimeAsync(1));
    expect(glance).not.toHaveTextContent(/rollback trigger/i);
    get.mockResolvedValue(answer([met]));
    await act(() => jest.advanceTimersByTimeAsync(20_000));
    expect(glance).toHaveTextContent(
      '1 of 1 measured rollback triggers is met',
    );
  });

  it('says why nothing could be loaded, and asks again', async () => {
    let isDenied = true;
    const get = jest.fn(async () => {
      if (isDenied) {
        throw new Error('You may not read the handover');
      }
      return answer([{ ...met, state: 'unknown', reason: 'queryFailed' }], {
        sources: [
          { ...main, status: 'failing', message: 'Prometheus is down' },
        ],
        watch,
      });
    });
    await show(get);
    const [alert] = await screen.findAllByText(
      /Could not load rollback triggers: You may not read the handover/,
    );
    isDenied = false;
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Could not read metrics: Prometheus is down.'),
    ).toHaveAttribute('role', 'alert');
    expect(
      screen.getAllByText(/1 of 1 measured rollback triggers is unknown/)[0],
    ).toBeInTheDocument();
  });
});
