import { handoverServiceMock } from '@backstage-handover/plugin-handover-node/testUtils';
import type {
  DocumentSummary,
  ScorecardDetails,
  ScorecardResultSummary,
} from '@backstage-handover/plugin-handover-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createHash } from 'node:crypto';
import { createHandoverFactRetriever } from './createHandoverFactRetriever';

const AT = '2026-11-21T10:00:00Z';
const READY: ScorecardDetails = {
  name: 'ready',
  version: '1',
  title: 'Ready',
  owner: 'group:default/platform',
  levels: ['bronze', 'silver', 'gold'].map(id => ({ id, title: id })),
  checks: [],
};

const document = (
  name: string,
  fields: Partial<DocumentSummary> = {},
): DocumentSummary => ({
  entityRef: `component:default/${name}`,
  source: 'repository',
  status: 'ok',
  revision: 1,
  coverageRatio: 0.5,
  stale: false,
  reviewDueAt: '2027-01-01T00:00:00Z',
  updatedAt: AT,
  sections: { overview: 'covered', rollback: 'partial' },
  problems: 2,
  tier: 1,
  ...fields,
});
const result = (name: string, level?: string): ScorecardResultSummary => ({
  entityRef: `component:default/${name}`,
  level,
  levelHeld: false,
  score: 0.75,
  changedAt: AT,
});

/** A retriever of these handovers and results, a page for each list. */
function retrieverOf(options: {
  documents: DocumentSummary[][];
  results?: ScorecardResultSummary[][];
}) {
  const handover = handoverServiceMock.mock();
  const paged =
    <T>(pages: T[][]) =>
    async ({ cursor = '0' }: { cursor?: string } = {}) => ({
      items: pages[Number(cursor)],
      ...(Number(cursor) < pages.length - 1 && {
        nextCursor: `${Number(cursor) + 1}`,
      }),
      totalItems: pages.flat().length,
    });
  const list = paged(options.documents);
  const listResults = paged(options.results ?? [[]]);
  handover.documents.list.mockImplementation(list);
  handover.scorecards.list.mockResolvedValue({ items: [READY], locations: [] });
  handover.scorecards.listResults.mockImplementation((_, query) =>
    listResults(query),
  );
  const retriever = createHandoverFactRetriever({
    auth: mockServices.auth(),
    handover,
  });
  const logger = mockServices.logger.mock();
  const retrieve = async () =>
    new Map(
      (await retriever.handler({ logger } as never)).map(
        ({ entity, facts }) => [entity.name, facts],
      ),
    );
  return { handover, retriever, logger, retrieve };
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  integer: Number.isInteger,
  float: value => typeof value === 'number',
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  set: value =>
    Array.isArray(value) && value.every(each => typeof each === 'string'),
  object: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value),
};

describe('handoverFactRetriever', () => {
  it('retrieves coverage, reviews and levels', async () => {
    const { retrieve } = retrieverOf({
      documents: [
        [
          document('orders'),
          document('billing', {
            reviewDueAt: undefined,
            stale: true,
            tier: undefined,
          }),
          document('deleted', { status: 'missing' }),
        ],
      ],
      results: [[result('orders', 'silver'), result('billing')]],
    });
    const facts = await retrieve();
    expect(facts.get('orders')).toMatchObject({
      handoverStatus: 'ok',
      handoverSource: 'repository',
      handoverExists: true,
      handoverCoverage: 0.5,
      handoverCoveredSections: ['overview'],
      handoverSectionOverview: 'covered',
      handoverSectionRollback: 'partial',
      handoverSectionDangerZones: 'missing',
      handoverReviewed: true,
      handoverStale: false,
      handoverProblems: 2,
      handoverTier: 1,
      handoverReachedLevels: ['ready:bronze', 'ready:silver'],
      handoverLevels: { ready: 'silver' },
      handoverScores: { ready: 0.75 },
    });
    expect(facts.get('billing')).toMatchObject({
      handoverReviewed: false,
      handoverStale: true,
      handoverTier: 0,
      handoverReachedLevels: [],
      handoverLevels: { ready: 'none' },
    });
    expect(facts.get('deleted')).toMatchObject({
      handoverStatus: 'missing',
      handoverExists: false,
      handoverCoverage: 0,
      handoverCoveredSections: [],
      handoverSectionOverview: 'missing',
      handoverReviewed: false,
      handoverStale: true,
      handoverLevels: {},
    });
  });

  it('gives every entity each fact of its schema, of the type that it says', async () => {
    const { retriever, retrieve } = retrieverOf({
      documents: [
        [
          document('orders'),
          document('bare', {
            revision: undefined,
            status: 'missing',
            reviewDueAt: undefined,
            sections: {},
            problems: 0,
            tier: undefined,
          }),
        ],
      ],
      results: [[result('orders', 'gold')]],
    });
    const facts = await retrieve();
    expect(facts.size).toBe(2);
    for (const values of facts.values()) {
      expect(Object.keys(values)).toEqual(Object.keys(retriever.schema));
      for (const [name, { type }] of Object.entries(retriever.schema)) {
        expect([name, TYPES[type](values[name])]).toEqual([name, true]);
      }
    }
  });

  it('has a version for each schema', () => {
    const { retriever } = retrieverOf({ documents: [[]] });
    const digest = createHash('sha256')
      .update(JSON.stringify(retriever.schema))
      .digest('hex')
      .slice(0, 16);
    // If the digest differs, raise the version.
    expect([retriever.version, digest]).toEqual(['1.0.0', '09f9da0e35ad40f2']);
  });

  it('makes one request for each page, not for each entity', async () => {
    const names = (page: number) =>
      Array.from({ length: 500 }, (_, index) => `s${page}-${index}`);
    const { handover, retrieve } = retrieverOf({
      documents: [0, 1, 2].map(page => names(page).map(n => document(n))),
      results: [0, 1, 2].map(page =>
        names(page).map(name => result(name, 'gold')),
      ),
    });
    const facts = await retrieve();
    expect(facts.size).toBe(1_500);
    expect(facts.get('s2-499')?.handoverLevels).toEqual({ ready: 'gold' });
    const credentials = mockCredentials.service('plugin:test');
    expect(handover.documents.list.mock.calls).toEqual(
      [undefined, '1', '2'].map(cursor => [
        { limit: 500, cursor, include: 'coverage' },
        { credentials },
      ]),
    );
    expect(handover.scorecards.listResults.mock.calls).toEqual(
      [undefined, '1', '2'].map(cursor => [
        'ready',
        { limit: 500, cursor },
        { credentials },
      ]),
    );
    expect(handover.scorecards.list).toHaveBeenCalledTimes(1);
  });

  it('leaves out what has no valid facts, and nothing else', async () => {
    const { logger, retrieve } = retrieverOf({
      documents: [
        [
          document('bad', { entityRef: 'not a reference' }),
          document('never-read', {
            status: 'unreachable',
            revision: undefined,
          }),
          document('orders'),
        ],
      ],
    });
    expect([...(await retrieve()).keys()]).toEqual(['orders']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(
        `Left out 1 handovers that have no valid facts, the first is 'not a reference'`,
      ),
    );
  });

  it('fails if a page cannot be read, so that the last facts stay', async () => {
    const { handover, retrieve } = retrieverOf({
      documents: [[document('orders')]],
    });
    handover.scorecards.listResults.mockRejectedValue(new Error('no answer'));
    await expect(retrieve()).rejects.toThrow('no answer');
  });
});
