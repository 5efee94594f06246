import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

type Metadata = Partial<Entity['metadata']>;

const { observability: _, ...withoutSection } = orderProcessingDocument();
const documented = (
  observability: HandoverDocument['observability'],
): HandoverDocument => ({ ...withoutSection, observability });

function show(
  document: HandoverDocument | undefined,
  options: { metadata?: Metadata; at?: string } = {},
) {
  renderTab({
    api: handoverApiWith(async () => documentState(document)),
    entity: {
      ...orderProcessingEntity,
      metadata: { ...orderProcessingEntity.metadata, ...options.metadata },
    },
    at: options.at,
  });
}

/** The cell of the strip, by its title. */
async function findCell() {
  const glance = await screen.findByRole('region', { name: 'At a glance' });
  const title = await within(glance).findByRole('heading', {
    name: 'Observability',
  });
  return title.parentElement!;
}

/** The links to other systems: what they are called and where they lead. */
const linksOf = (element: HTMLElement) =>
  within(element)
    .queryAllByRole('link', { name: /, Opens in a new window$/ })
    .map(link => [
      (link.getAttribute('aria-label') ?? link.textContent)?.replace(
        /, Opens in a new window$/,
        '',
      ),
      link.getAttribute('href'),
    ]);

/** A link of the catalog for each kind, and others. */
const CATALOG: Metadata = {
  annotations: {
    'grafana/overview-dashboard': 'https://grafana.example.com/d/1/orders',
    'grafana/dashboard-selector': 'orders',
    'datadoghq.com/dashboard-url': 'dash/orders',
    'sentry.io/project-slug': 'shop/orders',
    'prometheus.io/alert': 'OrdersDown',
  },
  links: [
    { url: 'https://kibana.example.com/', type: 'logs' },
    { url: 'https://jaeger.example.com/orders', title: 'Request tracing' },
    { url: 'https://alerts.example.com/a', title: 'Rules', icon: 'alerts' },
    { url: 'https://slo.example.com/orders', title: 'SLOs on a dashboard' },
    { url: 'https://logs.example.com/audit', title: 'Audit logs' },
    { url: 'https://grafana.example.com/d/1/orders', title: 'Dashboard' },
    { url: 'https://admin.example.com', title: 'Admin', icon: 'dashboard' },
    { url: 'https://wiki.example.com', title: 'Runbook for alerts' },
    { url: 'https://shop.example.com', title: 'The catalogs of the blog' },
    { url: 'ftp://logs.example.com', title: 'Old logs' },
  ],
};

const GOLDEN_OF_CATALOG = [
  ['Dashboard: Grafana', 'https://grafana.example.com/d/1/orders'],
  ['Logs: kibana.example.com', 'https://kibana.example.com/'],
  ['Traces: Request tracing', 'https://jaeger.example.com/orders'],
  ['Alerts: Rules', 'https://alerts.example.com/a'],
];

it.each([
  ['the document', ''],
  ['the incident view', '?view=incident'],
])(
  'leads from the strip of %s to what the handover names',
  async (_view, at) => {
    show(orderProcessingDocument(), { metadata: CATALOG, at });
    const cell = await findCell();
    expect(linksOf(cell)).toEqual([
      [
        'Dashboard: Order processing',
        'https://dashboards.example.com/order-processing',
      ],
      [
        'Logs: Logs of production',
        'https://logs.example.com/?service=order-processing&environment=production',
      ],
      [
        'Traces: Traces slower than a second',
        'https://traces.example.com/search?service=order-processing&minDuration=1s',
      ],
      [
        'Alerts: Alert rules',
        'https://alerts.example.com/rules?service=order-processing',
      ],
    ]);
    expect(cell).not.toHaveTextContent('catalog');
  },
);

it('shows every link and query of the section, each query with its system and to be copied', async () => {
  const user = userEvent.setup();
  const writeText = jest.spyOn(navigator.clipboard, 'writeText');
  show(orderProcessingDocument(), { metadata: CATALOG });
  const section = await screen.findByRole('region', { name: 'Observability' });
  const headings = within(section).getAllByRole('heading', { level: 3 });
  expect(headings.map(({ textContent }) => textContent)).toEqual([
    'Dashboards',
    'Logs',
    'Traces',
    'Alerts',
    'Service level objectives',
  ]);
  expect(linksOf(section)).toHaveLength(5);
  const [failed] = within(section)
    .getAllByRole('listitem')
    .filter(item => item.textContent?.startsWith('Orders that failed'));
  expect(failed).toHaveTextContent(
    'Orders that failed, run in Grafana Explore, data source Loki',
  );
  await user.click(
    within(failed).getByRole('button', {
      name: 'Copy query: Orders that failed',
    }),
  );
  expect(writeText).toHaveBeenCalledWith(
    '{app="order-processing", env="production"} |= "level=error"',
  );
  expect(section).not.toHaveTextContent('From the catalog');
});

it.each([
  ['a handover without the section', withoutSection, ''],
  ['the incident view', withoutSection, '?view=incident'],
  ['an entity without a handover', undefined, ''],
  [
    'the incident view of an entity without a handover',
    undefined,
    '?view=incident',
  ],
])('shows what the catalog has in %s', async (_where, document, at) => {
  show(document, { metadata: CATALOG, at });
  const cell = await findCell();
  expect(linksOf(cell)).toEqual(GOLDEN_OF_CATALOG);
  expect(cell).toHaveTextContent(/From the catalog entity$/);
});

it.each([
  ['without the section', withoutSection],
  ['that is not there', undefined],
])(
  'lists every link of the catalog in place of a handover %s',
  async (_what, document) => {
    show(document, { metadata: CATALOG });
    const section = await screen.findByRole('region', {
      name: 'Observability',
    });
    expect(linksOf(section)).toEqual([
      ['Grafana', 'https://grafana.example.com/d/1/orders'],
      ['kibana.example.com', 'https://kibana.example.com/'],
      ['Audit logs', 'https://logs.example.com/audit'],
      ['Request tracing', 'https://jaeger.example.com/orders'],
      ['Rules', 'https://alerts.example.com/a'],
      ['SLOs on a dashboard', 'https://slo.example.com/orders'],
    ]);
    expect(
      within(section).getAllByText('From the catalog entity'),
    ).toHaveLength(5);
  },
);

it('adds of the catalog only what the handover does not name, and keeps both apart', async () => {
  const user = userEvent.setup();
  const writeText = jest.spyOn(navigator.clipboard, 'writeText');
  show(
    documented({
      dashboards: [{ title: 'Orders', url: 'https://dash.example.com' }],
      logs: [{ title: 'Errors', query: 'level:error', runIn: 'Kibana' }],
    }),
    { metadata: CATALOG },
  );
  const cell = await findCell();
  expect(cell).toHaveTextContent(
    /^ObservabilityDashboard.*Logs: query for KibanaTraces.*Alerts.*From the catalog entity$/,
  );
  expect(linksOf(cell)).toEqual([
    ['Dashboard: Orders', 'https://dash.example.com'],
    ...GOLDEN_OF_CATALOG.slice(2),
  ]);
  await user.click(
    within(cell).getByRole('button', { name: 'Copy query: Errors' }),
  );
  expect(writeText).toHaveBeenCalledWith('level:error');
});

it.each([
  ['no link', withoutSection, {}],
  [
    'a section that does not apply',
    documented({ notApplicable: 'A batch job' }),
    CATALOG,
  ],
  [
    'only objectives',
    documented({ slos: [{ title: 'Uptime', url: 'https://slo.example.com' }] }),
    {},
  ],
])('shows nothing in the strip with %s', async (_what, document, metadata) => {
  show(document, { metadata });
  await screen.findByRole('region', { name: 'Escalation' });
  const glance = screen.getByRole('region', { name: 'At a glance' });
  expect(glance).not.toHaveTextContent('Observability');
  expect(glance).not.toHaveTextContent('Dashboard');
});

it('says that the section is optional where there is nothing', async () => {
  show(withoutSection);
  const section = await screen.findByRole('region', { name: 'Observability' });
  expect(section).toHaveTextContent(
    'The handover has no entries here. This section is optional.',
  );
});

it('leaves the section out where nothing is known of an entity without a handover', async () => {
  show(undefined);
  const section = await screen.findByText('Observability');
  expect(section).not.toBeVisible();
});
