import { readdirSync, readFileSync } from 'fs';
import { resolve } from 'path';
import { coverageOf } from './coverage';
import { reviewState } from './review';
import { checkHandoverDocument } from './secrets/checkHandoverDocument';
import { SECTION_KEYS } from './sections';

const EXAMPLES = resolve(__dirname, '../../../../examples/services');
const NOW = new Date('2026-11-20T12:00:00Z');

/** Reads an example as it is read for an entity. */
function read(name: string, entityRef: string) {
  return checkHandoverDocument(
    readFileSync(resolve(EXAMPLES, name, 'handover.yaml'), 'utf8'),
    { entityRef },
  );
}

/** What each example shows. Sections that are not named are covered. */
const EXPECTED: Record<
  string,
  {
    entityRef: string;
    stale: boolean;
    /** Are all required fields filled in? True unless set. */
    complete?: boolean;
    partial?: string[];
    missing?: string[];
    notApplicable?: string[];
  }
> = {
  'order-processing': {
    entityRef: 'component:default/order-processing',
    stale: false,
  },
  'payments-gateway': {
    entityRef: 'component:default/payments-gateway',
    stale: false,
  },
  'order-management': {
    entityRef: 'system:default/order-management',
    stale: false,
    missing: ['observability'],
    notApplicable: ['deployment', 'rollback', 'firstThirtyDays'],
  },
  'price-archive': {
    entityRef: 'component:default/price-archive',
    stale: false,
    missing: ['observability'],
    notApplicable: [
      'environments',
      'rollback',
      'dangerZones',
      'resilience',
      'firstThirtyDays',
    ],
  },
  'tax-calculator': {
    entityRef: 'component:default/tax-calculator',
    stale: true,
    missing: ['observability', 'resilience'],
  },
  'fulfilment-dispatch': {
    entityRef: 'component:default/fulfilment-dispatch',
    stale: false,
    complete: false,
    partial: [
      'overview',
      'architecture',
      'dayOne',
      'deployment',
      'rollback',
      'failures',
    ],
    missing: [
      'notes',
      'dangerZones',
      'observability',
      'resilience',
      'firstThirtyDays',
      'responsibilities',
      'completion',
    ],
  },
  payments: {
    entityRef: 'system:default/payments',
    stale: false,
    complete: false,
    partial: ['dangerZones'],
    missing: [
      'environments',
      'architecture',
      'notes',
      'dayOne',
      'deployment',
      'rollback',
      'failures',
      'observability',
      'resilience',
      'firstThirtyDays',
      'responsibilities',
      'completion',
    ],
  },
};

describe('the documents in examples/services', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, expected) => {
    const { document, problems } = await read(name, expected.entityRef);
    expect(problems).toEqual([]);
    expect(reviewState(document, NOW).stale).toBe(expected.stale);

    const { sections, covered, required } = coverageOf(document);
    const inState = (state: string) =>
      SECTION_KEYS.filter(key => sections[key].state === state);
    expect(inState('partial')).toEqual(expected.partial ?? []);
    expect(inState('missing')).toEqual(expected.missing ?? []);
    expect(SECTION_KEYS.filter(key => sections[key].notApplicable)).toEqual(
      expected.notApplicable ?? [],
    );
    expect(covered === required).toBe(expected.complete ?? true);
  });

  it('order-processing fills every section in', async () => {
    const { document } = await read(
      'order-processing',
      'component:default/order-processing',
    );
    expect(Object.keys(document ?? {})).toEqual(
      expect.arrayContaining([...SECTION_KEYS]),
    );
  });

  it('loyalty-points is invalid, and says where and how', async () => {
    const { document, problems } = await read(
      'loyalty-points',
      'component:default/loyalty-points',
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ path: 'metadata.reviewedAt', line: 9 }),
      expect.objectContaining({ path: 'overview.users' }),
      expect.objectContaining({ path: 'overview.criticality' }),
      expect.objectContaining({
        path: 'rollback.step',
        message: expect.stringContaining("did you mean 'steps'"),
      }),
      expect.objectContaining({
        path: 'rollback.expectedDurations',
        message: expect.stringContaining("did you mean 'expectedDuration'"),
      }),
      expect.objectContaining({
        path: 'windows.items[0].schedule.timeZone',
        message: expect.stringContaining('Europe/Londn'),
      }),
      expect.objectContaining({
        path: 'escalations',
        message: expect.stringContaining("did you mean 'escalation'"),
      }),
    ]);
  });

  it('leaves none out', () => {
    const documented = readdirSync(EXAMPLES, { withFileTypes: true })
      .filter(
        folder =>
          folder.isDirectory() &&
          readdirSync(resolve(EXAMPLES, folder.name)).includes('handover.yaml'),
      )
      .map(folder => folder.name);
    expect(documented.sort()).toEqual(
      [...Object.keys(EXPECTED), 'loyalty-points'].sort(),
    );
  });
});
