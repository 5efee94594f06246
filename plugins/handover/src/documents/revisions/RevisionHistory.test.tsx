import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import type {
  HandoverApi,
  HandoverDocument,
  Revision,
} from '@backstage-handover/plugin-handover-common';
import { diffDocuments } from '@backstage-handover/plugin-handover-common/documents';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiWith } from '../../__testUtils__/orderProcessing';
import { handoverApiRef } from '../../api';
import { ReadingsProvider } from '../../components';
import { RevisionHistory } from './RevisionHistory';

const base: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  overview: { purpose: 'Takes orders from the web shop.' },
  failures: {
    items: [
      { symptom: 'Pods restart', fix: 'Raise the limit to 512Mi.' },
      { symptom: 'Queue grows', fix: 'Restart the consumer.' },
    ],
  },
};

const documents: HandoverDocument[] = [
  { apiVersion: 'handover.dev/v1', kind: 'Handover' },
  base,
  {
    ...base,
    overview: { purpose: 'Takes orders from the web shop and partners.' },
    failures: {
      items: [
        { symptom: 'Queue grows', fix: 'Restart the consumer.' },
        { symptom: 'Pods restart', fix: 'Raise the limit to 1Gi.' },
      ],
    },
    escalation: { levels: [{ who: 'On-call', how: 'page' }] },
  },
];

function historyApi(pageSize = 20) {
  const revisions = documents.map(
    (document, index): Revision => ({
      number: index + 1,
      source: 'repository',
      author: 'Asha Rao',
      message: `Change ${index + 1}`,
      createdAt: `2026-11-1${index}T10:00:00Z`,
      contentHash: `hash-${index}`,
      location: `url:https://github.com/example/orders/blob/${index}/handover.yaml`,
      document,
      yaml: `# revision ${index + 1}\napiVersion: handover.dev/v1\n`,
    }),
  );
  const newest = [...revisions].reverse();
  return {
    listRevisions: jest.fn<
      ReturnType<HandoverApi['documents']['listRevisions']>,
      Parameters<HandoverApi['documents']['listRevisions']>
    >(async (_ref, query) => {
      const start = Number(query?.cursor ?? 0);
      const end = start + pageSize;
      return {
        items: newest.slice(start, end),
        totalItems: newest.length,
        nextCursor: end < newest.length ? String(end) : undefined,
      };
    }),
    getRevision: async (_ref: string, number: number) => revisions[number - 1],
    getDiff: jest.fn<
      ReturnType<HandoverApi['documents']['getDiff']>,
      Parameters<HandoverApi['documents']['getDiff']>
    >(async (_ref, { from, to }) => ({
      from,
      to,
      changes: diffDocuments(documents[from - 1], documents[to - 1]),
    })),
  };
}

const { documents: notAsked } = handoverApiWith(async () => {
  throw new Error('not asked');
});

describe('RevisionHistory', () => {
  async function show(api: ReturnType<typeof historyApi>) {
    await renderInTestApp(
      <TestApiProvider
        apis={[[handoverApiRef, { documents: { ...notAsked, ...api } }]]}
      >
        <ReadingsProvider>
          <RevisionHistory entityRef="component:default/orders" />
        </ReadingsProvider>
      </TestApiProvider>,
    );
  }

  it('compares the last revision with the one before, word by word', async () => {
    await show(historyApi());
    expect(
      await screen.findByRole('heading', {
        name: 'Changes from revision 2 to 3',
      }),
    ).toBeInTheDocument();

    const overview = await screen.findByRole('list', { name: 'Overview' });
    expect(overview).toHaveTextContent(
      'Changed purposeTakes orders from the web shop and partners.',
    );
    expect(within(overview).getByRole('insertion')).toHaveTextContent(
      'and partners',
    );
    const failures = screen.getByRole('list', { name: /failures/i });
    expect(failures).toHaveTextContent(/Moved/);
    expect(failures).toHaveTextContent(/“Pods restart”/);
    expect(within(failures).getByRole('deletion')).toHaveTextContent('512Mi');
    expect(within(failures).getByRole('insertion')).toHaveTextContent('1Gi');
    expect(screen.getByRole('list', { name: /escalation/i })).toHaveTextContent(
      /Added.*who: On-call/,
    );
  });

  it('compares any two, shows one as YAML and leads to its source', async () => {
    const api = historyApi();
    await show(api);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Compare from revision 1' }),
    );
    expect(
      await screen.findByRole('heading', {
        name: 'Changes from revision 1 to 3',
      }),
    ).toBeInTheDocument();
    expect(api.getDiff).toHaveBeenLastCalledWith('component:default/orders', {
      from: 1,
      to: 3,
    });

    await userEvent.click(
      screen.getByRole('radio', { name: 'Compare from revision 3' }),
    );
    expect(
      screen.getByText('Choose two different revisions to compare.'),
    ).toBeInTheDocument();

    expect(
      screen.getByRole('link', { name: /Source of revision 2/ }),
    ).toHaveAttribute(
      'href',
      'https://github.com/example/orders/blob/1/handover.yaml',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the YAML of revision 2' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Revision 2' }),
    ).toHaveTextContent('# revision 2');
  });

  it('fetches older revisions page by page, and a page that failed again', async () => {
    const api = historyApi(2);
    api.listRevisions.mockRejectedValueOnce(new Error('timed out'));
    await show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not load the revisions: timed out',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    const rows = async () =>
      within(
        await screen.findByRole('table', { name: 'Revisions' }),
      ).getAllByRole('row');
    expect(await rows()).toHaveLength(3);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show older revisions' }),
    );
    expect(
      await screen.findByRole('radio', { name: 'Compare to revision 1' }),
    ).toBeInTheDocument();
    expect(await rows()).toHaveLength(4);
    expect(
      screen.queryByRole('button', { name: 'Show older revisions' }),
    ).not.toBeInTheDocument();
  });
});
