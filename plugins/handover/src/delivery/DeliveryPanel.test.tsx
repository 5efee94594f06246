import type {
  HandoverApi,
  RunPage,
} from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { handoverApiRef } from '../api';
import {
  documentState,
  handoverApiWith,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';
import { metrics, promotion, runs } from '../__testUtils__/delivery';
import { ReadingsProvider } from '../components';
import { deliveryPanels } from '.';

const inRepository = (location: string): Entity => ({
  ...orderProcessingEntity,
  metadata: {
    ...orderProcessingEntity.metadata,
    annotations: { 'backstage.io/source-location': location },
  },
});
const GITHUB = 'url:https://github.com/shop/orders/tree';

function show(
  delivery: Partial<HandoverApi['delivery']> = {},
  entity = inRepository(`${GITHUB}/main/`),
) {
  const [{ component: Panel }] = deliveryPanels;
  const panel = (
    <ReadingsProvider>
      <Suspense fallback={null}>
        <Panel
          entity={entity}
          entityRef="component:default/orders"
          state={documentState(undefined)}
          incident={false}
        />
      </Suspense>
    </ReadingsProvider>
  );
  return renderInTestApp(panel, {
    apis: [
      [
        handoverApiRef,
        {
          ...handoverApiWith(async () => {
            throw new Error('not asked');
          }),
          delivery: {
            getPromotion: async () => promotion,
            getMetrics: async (_, query) => metrics(query?.days ?? 30),
            listRuns: async () => runs,
            listDeployments: async () => {
              throw new Error('not asked');
            },
            ...delivery,
          },
        },
      ],
    ],
  });
}

it('shows the way of an artifact through the environments', async () => {
  show();
  const table = within(
    await screen.findByRole('table', { name: /in promotion order/ }),
  );
  const [, staging, production, edge] = table.getAllByRole('row');
  expect(staging).toHaveTextContent('2.33.0sha256:abababababab');
  expect(staging).toHaveTextContent('3 hours ago by ann');
  expect(production).toHaveTextContent('2.32.1');
  expect(production).toHaveTextContent(
    'The deployment of 2.33.0 failed 2 hours ago.',
  );
  expect(
    within(production).getByRole('link', { name: /^4 commits behind staging/ }),
  ).toHaveAttribute(
    'href',
    'https://github.com/shop/orders/compare/1111111...2222222',
  );
  expect(production).toHaveTextContent('same artifact');
  expect(
    within(production).getByRole('link', { name: /^Run 41/ }),
  ).toHaveAttribute('href', 'https://jenkins.example.com/job/orders/41/');
  expect(edge).toHaveTextContent('No known deployment');
  expect(screen.getByText(/^Built once/)).toBeInTheDocument();
});

it.each([
  ['succeeded', 'Deployed'],
  ['failed', 'Failed'],
  ['running', 'Deploying'],
  ['rolledBack', 'Rolled back'],
  ['removed', 'Removed'],
] as const)(
  'shows the state of an environment whose last deployment is %s',
  async (outcome, state) => {
    const [, production, edge] = promotion.environments;
    const attempt = { ...production.attempt!, outcome };
    show({
      getPromotion: async () => ({
        ...promotion,
        environments: [{ ...production, attempt }, edge],
      }),
    });
    const table = within(
      await screen.findByRole('table', { name: /in promotion order/ }),
    );
    const [, first, second] = table.getAllByRole('row');
    const cell = within(first).getAllByRole('cell')[0];
    expect(cell).toHaveTextContent(new RegExp(`${state}$`));
    expect(cell.querySelector('svg')).toBeInTheDocument();
    expect(within(second).getAllByRole('cell')[0]).toHaveTextContent('Unknown');
  },
);

/** Runs of these branches, the latest first. */
const runsOf = (...branches: (string | undefined)[]): RunPage => ({
  items: branches.map((branch, index) => ({
    ...runs.items[0],
    id: `run-${index}`,
    pipeline: `pipeline-${index}`,
    branch,
  })),
  totalItems: branches.length,
  providers: [],
});
const shownRuns = async () =>
  within(await screen.findByRole('table', { name: 'Recent runs' }))
    .getAllByRole('row')
    .slice(1)
    .map(row => /pipeline-\d+/.exec(row.textContent!)?.[0]);

it('shows runs of the main branch, says how many it hides, and shows all on request', async () => {
  const branches = ['feature/a', 'main', undefined, 'feature/b', 'origin/main'];
  const listRuns = jest.fn(async () => runsOf(...branches, 'refs/heads/main'));
  show({ listRuns });
  expect(await shownRuns()).toEqual([
    'pipeline-1',
    'pipeline-2',
    'pipeline-4',
    'pipeline-5',
  ]);
  expect(listRuns.mock.calls[0]).toContainEqual({ limit: 50 });
  expect(
    screen.getByText(
      'Branch: main. 2 recent runs of other branches are hidden.',
    ),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show all branches' }),
  );
  expect(await shownRuns()).toHaveLength(5);
  expect((await shownRuns())[0]).toBe('pipeline-0');
  await userEvent.click(
    screen.getByRole('button', { name: 'Show only the main branch' }),
  );
  expect((await shownRuns())[0]).toBe('pipeline-1');
});

it.each([
  ['the catalog reads', 'develop', ['develop', 'main'], /^Branch: develop\. 1/],
  [
    'are usually main',
    'gone',
    ['x', 'trunk', 'master'],
    /: master and trunk\./,
  ],
  ['a pipeline has none of', 'main', ['a', 'b'], /no recent run is on a main/],
])('takes branches for main that %s', async (_, branch, branches, said) => {
  show(
    { listRuns: async () => runsOf(...branches) },
    inRepository(`${GITHUB}/${branch}/`),
  );
  await shownRuns();
  expect(screen.getByText(said)).toBeInTheDocument();
});

it('shows the four measures with their samples and trends, over 30 or 90 days', async () => {
  show();
  expect(await screen.findByText('2.5 a week')).toBeInTheDocument();
  expect(screen.getByText('11 deployments')).toBeInTheDocument();
  expect(screen.getByText('26 hours')).toBeInTheDocument();
  expect(screen.getByText('9%')).toBeInTheDocument();
  expect(
    screen.getByText('1 of 11 deployments, 1 did not start'),
  ).toBeInTheDocument();
  expect(screen.queryByText(/not detected/)).toBeNull();
  expect(screen.getByText('Unknown', { selector: 'dd' })).toBeInTheDocument();
  expect(
    screen.getByRole('img', {
      name: 'Deployment frequency, trend over 30 days: 1, 0, 3',
    }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '90 days' }));
  expect(
    await screen.findByRole('img', { name: /trend over 90 days: 1, 0, 3/ }),
  ).toBeInTheDocument();
  expect(
    screen.getByText(/not detected: the clusters were not read/),
  ).toBeInTheDocument();
});

it('shows the last runs, and who fails since when', async () => {
  show();
  const table = within(
    await screen.findByRole('table', { name: 'Recent runs' }),
  );
  const row = table.getAllByRole('row')[1];
  for (const text of [
    'feature/vat',
    'Failed',
    'failed at Deploy',
    '2 hours ago',
  ]) {
    expect(row).toHaveTextContent(text);
  }
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Jenkins started failing 5 hours ago: Jenkins answered 502 Bad Gateway. Showing data from 6 hours ago.',
  );
});

it('says nothing where nobody tells of deployments, and can be asked again where it failed', async () => {
  const getPromotion = jest
    .fn()
    .mockRejectedValueOnce(new Error('No answer'))
    .mockResolvedValue({
      environments: [{ name: 'staging' }],
      builtOnce: 'unknown',
      providers: [],
    });
  show({
    getPromotion,
    listRuns: async () => ({ items: [], totalItems: 0, providers: [] }),
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Could not load deployments: No answer');
  await userEvent.click(within(alert).getByRole('button'));
  await waitFor(() =>
    expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
  );
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('says since when it shows old deployments and recovers by itself', async () => {
  jest.useFakeTimers({ now: new Date(2026, 10, 28, 9, 38) });
  try {
    const getPromotion = jest.fn(async () => promotion);
    await show({ getPromotion });
    const caption = /in promotion order/;
    await screen.findByRole('table', { name: caption });
    expect(screen.getByText('As of 09:38')).toBeInTheDocument();

    getPromotion.mockRejectedValueOnce(new Error('connection refused'));
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(
      screen.getByText(
        'Refresh has been failing since 09:39 (connection refused). Showing data from 09:38.',
      ),
    ).toHaveAttribute('role', 'status');
    expect(screen.getByRole('table', { name: caption })).toBeInTheDocument();

    await act(() => jest.advanceTimersByTimeAsync(15_000));
    expect(screen.getByText('As of 09:39')).toBeInTheDocument();
    expect(screen.queryByText(/Couldn't refresh/)).not.toBeInTheDocument();
  } finally {
    jest.useRealTimers();
  }
});

it('keeps the period in reach where its metrics cannot be read', async () => {
  show({
    getMetrics: async (_, query) => {
      if (query?.days === 90) {
        throw new Error('too slow');
      }
      return metrics(30);
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: '90 days' }));
  expect(await screen.findByText(/too slow/)).toBeInTheDocument();
  expect(
    screen.getByRole('table', { name: /in promotion order/ }),
  ).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: '30 days' }));
  expect(await screen.findByText('2.5 a week')).toBeInTheDocument();
});
