import {
  createFrontendPlugin,
  type FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import {
  HandoverCellBlueprint,
  type HandoverCellProps,
  HandoverPanelBlueprint,
  type HandoverPanelProps,
} from '..';
import { handoverApiRef } from '../api';
import { handoverEntityContent } from '.';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';

function Budget({ entity, incident }: HandoverCellProps) {
  return (
    <>
      {incident ? 'No limit' : '€ 400 a month'} for {entity.metadata.name}
    </>
  );
}

function Restores({ entityRef, state }: HandoverPanelProps) {
  return (
    <p>
      Last restore of {entityRef}, written as revision {state.revision?.number}
    </p>
  );
}

/** What another plugin adds. The documentation shows the same. */
const costsPlugin = createFrontendPlugin({
  pluginId: 'costs',
  extensions: [
    HandoverCellBlueprint.make({
      name: 'budget',
      params: { title: 'Budget', order: 250, loader: async () => Budget },
    }),
    HandoverPanelBlueprint.make({
      name: 'restores',
      params: {
        placement: { section: 'resilience', at: 'after' },
        loader: async () => Restores,
      },
    }),
  ],
});

/** The tab alone: other extensions attach to its id. */
const tabPlugin = createFrontendPlugin({
  pluginId: 'handover',
  extensions: [handoverEntityContent],
});

function renderPage(options: {
  features: FrontendPlugin[];
  config?: object;
  document?: ReturnType<typeof orderProcessingDocument>;
}) {
  const { features, config = {} } = options;
  const document =
    'document' in options ? options.document : orderProcessingDocument();
  renderTestApp({
    features: [tabPlugin, ...features],
    extensions: [createTestEntityPage({ entity: orderProcessingEntity })],
    apis: [
      [handoverApiRef, handoverApiWith(async () => documentState(document))],
    ],
    config: config as never,
  });
}

const region = (name: string) => screen.findByRole('region', { name });

/** Titles of the cells, in their order. */
async function cellTitles() {
  return within(await region('At a glance'))
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
}

describe('another plugin', () => {
  it('adds a cell to the strip and a panel to a section', async () => {
    renderPage({ features: [costsPlugin] });
    const strip = within(await region('At a glance'));
    expect(
      await strip.findByText('€ 400 a month for order-processing'),
    ).toBeInTheDocument();
    expect(await cellTitles()).toEqual([
      'Owner',
      'Budget',
      'Call first',
      'Observability',
      'Rollback',
      'Coverage',
      'Freshness',
    ]);
    expect(
      await within(await region('Resilience')).findByText(
        'Last restore of component:default/order-processing, written as revision 7',
      ),
    ).toBeInTheDocument();
  });

  it('has its cell moved and renamed by the configuration of the app', async () => {
    renderPage({
      features: [costsPlugin],
      config: {
        app: {
          extensions: [
            {
              'handover-cell:costs/budget': {
                config: { order: 5, title: 'Costs' },
              },
            },
          ],
        },
      },
    });
    expect((await cellTitles())[0]).toBe('Costs');
  });

  it('has a panel that fails, which says so in its place', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    const faultyPlugin = createFrontendPlugin({
      pluginId: 'faulty',
      extensions: [
        HandoverPanelBlueprint.make({
          name: 'throws',
          params: {
            placement: { section: 'overview', at: 'before' },
            loader: async () => () => {
              throw new Error('It has no data');
            },
          },
        }),
        HandoverPanelBlueprint.make({
          name: 'missing-chunk',
          params: {
            placement: { section: 'rollback', at: 'after' },
            loader: async () => {
              throw new Error('Loading chunk 7 failed');
            },
          },
        }),
        HandoverPanelBlueprint.make({
          name: 'misplaced',
          params: {
            placement: { section: 'rollbck', at: 'after' } as never,
            loader: async () => Restores,
          },
        }),
      ],
    });
    renderPage({ features: [faultyPlugin, costsPlugin] });
    const overview = within(await region('Overview'));
    expect(await overview.findAllByText(/It has no data/)).not.toHaveLength(0);
    const rollback = within(await region('Rollback'));
    expect(await rollback.findAllByText(/Loading chunk 7/)).not.toHaveLength(0);
    expect(
      await screen.findByText(
        "The panel 'handover-panel:faulty/misplaced' failed: There is no section 'rollbck'",
      ),
    ).toHaveAttribute('role', 'alert');
    // Everything else is there.
    expect(overview.getByText('What it does')).toBeInTheDocument();
    expect(
      await within(await region('Resilience')).findByText(/Last restore/),
    ).toBeInTheDocument();
    jest.restoreAllMocks();
  });

  it('has a panel that needs no document, and one that is left out without it', async () => {
    const livePlugin = createFrontendPlugin({
      pluginId: 'probes',
      extensions: [
        HandoverPanelBlueprint.make({
          name: 'probes',
          params: {
            placement: { section: 'environments', at: 'after' },
            withoutDocument: true,
            loader: async () => () => <p>Answers within 80 ms</p>,
          },
        }),
      ],
    });
    renderPage({ features: [livePlugin, costsPlugin], document: undefined });
    expect(
      await screen.findByRole('heading', { name: 'No handover yet' }),
    ).toBeInTheDocument();
    const environments = await region('Environments and technologies');
    expect(
      await within(environments).findByText('Answers within 80 ms'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Last restore/)).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Resilience' })).toBeNull();
  });
});
