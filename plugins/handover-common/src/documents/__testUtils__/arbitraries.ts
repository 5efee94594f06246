import fc from 'fast-check';
import { environmentKey } from '../../environments/key';
import { EnvironmentPattern } from '../../environments/pattern';
import type { HandoverDocument } from '../schema';
import type { SectionKey } from '../sections';

type Section<K extends keyof HandoverDocument> = NonNullable<
  HandoverDocument[K]
>;

/** Text as a document may hold it: any characters, lines and YAML signs, trimmed and not empty. */
export const textArbitrary: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'orders',
          '- item',
          'key: value',
          '  indented',
          '# no comment',
          '"quoted"',
          "it's",
          '| block',
          '> folded',
          '&anchor',
          '*alias',
          '!tag',
          '---',
          '...',
          '{a: b}',
          '[1, 2]',
          '\ttab',
          'null',
          '~',
          'true',
          '1e3',
          '0x1F',
          '2026-11-20',
          '',
          ' ',
          '\uFEFF',
          '\r',
          'a very long line that goes on and on until it is longer than any line that a writer of YAML would leave as it is',
        ),
        { minLength: 1, maxLength: 8 },
      )
      .chain(parts =>
        fc.constantFrom('\n', ' ', '\n\n').map(sign => parts.join(sign)),
      ),
  )
  .map(text => text.trim())
  .filter(text => text !== '');

/** Text on one line. */
export const nameArbitrary: fc.Arbitrary<string> = textArbitrary
  .map(text =>
    text
      .replace(/[\r\n]+/g, ' ')
      .slice(0, 300)
      .trim(),
  )
  .filter(name => name !== '' && name !== '__proto__' && name !== '<<');

const texts = fc.array(textArbitrary, { minLength: 1, maxLength: 4 });
const date = fc
  .date({
    min: new Date('1990-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  })
  .map(each => each.toISOString().slice(0, 10));
const duration = fc.constantFrom(
  'PT15M',
  'PT8H',
  'P90D',
  'P1M',
  'P1Y2M3DT4H',
  'P2W',
);
const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constant('mailto:oncall@example.com'),
);
const link = fc.record({ title: nameArbitrary, url });
const linkOrQuery = fc.oneof(
  link,
  fc.record(
    { title: nameArbitrary, url, query: textArbitrary, runIn: nameArbitrary },
    { requiredKeys: ['title', 'query', 'runIn'] },
  ),
);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
const entityRef = slug.map(name => `component:default/${name}`);
const step = fc.record(
  { do: textArbitrary, command: textArbitrary, verify: textArbitrary },
  { requiredKeys: ['do'] },
);
const level = fc.constantFrom(
  'low' as const,
  'medium' as const,
  'high' as const,
);

function list<T>(element: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(element, { minLength: 1, maxLength: 4 });
}

/** Lists whose elements may have an id, each its own. */
function identified<T extends object>(
  element: fc.Arbitrary<T>,
): fc.Arbitrary<(T & { id?: string })[]> {
  return fc
    .tuple(
      list(element),
      fc.uniqueArray(slug, { minLength: 4, maxLength: 4 }),
      fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    )
    .map(([items, ids, have]) =>
      items.map((item, index) =>
        have[index] ? { id: ids[index], ...item } : item,
      ),
    );
}

function unique<T>(
  element: fc.Arbitrary<T>,
  selector: (item: T) => unknown,
): fc.Arbitrary<T[]> {
  return fc.uniqueArray(element, { minLength: 1, maxLength: 4, selector });
}

/** An object with any of some fields. */
function partial<T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(fields, { requiredKeys: [] });
}

/** A name or a pattern that a window may have. */
const environmentNameArbitrary = nameArbitrary.filter(name => {
  try {
    return Boolean(EnvironmentPattern.parse(name));
  } catch {
    return false;
  }
});

const window = fc.record(
  {
    id: slug,
    title: nameArbitrary,
    effect: fc.constantFrom('allow' as const, 'deny' as const),
    reason: nameArbitrary,
    environments: list(environmentNameArbitrary),
    changes: fc.uniqueArray(
      fc.constantFrom(
        'deploy' as const,
        'rollback' as const,
        'config' as const,
        'scale' as const,
      ),
      { minLength: 1 },
    ),
    inFlight: fc.constantFrom('finish' as const, 'abort' as const),
    schedule: fc.oneof(
      date.map(day => ({
        start: `${day}T09:00`,
        end: `${day}T17:30`,
        timeZone: 'Asia/Kolkata',
      })),
      fc.record({
        start: date,
        duration: fc.constantFrom('PT8H', 'P1D'),
        rrule: fc.constantFrom(
          'FREQ=WEEKLY;BYDAY=FR',
          'FREQ=MONTHLY;BYMONTHDAY=-1',
          'FREQ=YEARLY',
        ),
        timeZone: fc.constantFrom('Europe/London', 'America/New_York'),
      }),
      fc.record({
        cron: fc.constantFrom('0 9 * * 1-5', '*/30 22 1 * *'),
        duration: fc.constantFrom('PT1H', 'PT30M'),
        timeZone: fc.constantFrom('UTC', 'Australia/Lord_Howe'),
      }),
    ),
  },
  { requiredKeys: ['id', 'title', 'effect', 'schedule'] },
);

const trigger = fc
  .record({
    text: textArbitrary,
    query: textArbitrary,
    limit: fc.record({
      key: fc.constantFrom('above', 'below'),
      value: fc
        .double({ noNaN: true, noDefaultInfinity: true })
        // JSON has no negative zero.
        .map(value => value + 0),
    }),
    more: partial({
      for: fc.constantFrom('PT5M', 'PT1H30M', 'P1D'),
      unit: nameArbitrary,
    }),
  })
  .map(({ text, query, limit, more }) => ({
    text,
    query,
    [limit.key]: limit.value,
    ...more,
  }));

const notApplicable = textArbitrary;

const sections: {
  [K in SectionKey]: fc.Arbitrary<Section<K>>;
} = {
  overview: partial({
    notApplicable,
    purpose: textArbitrary,
    users: texts,
    criticality: fc.constantFrom('low', 'medium', 'high', 'critical'),
    criticalPeriods: texts,
    impact: textArbitrary,
    worstCase: textArbitrary,
    breaks: texts,
    affects: texts,
  }),
  environments: partial({
    notApplicable,
    items: unique(
      // Never promoted from each other, which could make a circle.
      partial({
        name: environmentNameArbitrary,
        purpose: textArbitrary,
        owner: nameArbitrary,
        cluster: nameArbitrary,
        namespace: nameArbitrary,
        url,
      }),
      item => item.name && environmentKey(item.name),
    ),
    technologies: texts,
  }),
  architecture: partial({
    notApplicable,
    links: list(link),
    updatedAt: date,
    verifiedBy: nameArbitrary,
    verifiedAt: date,
    dependencies: list(
      fc.record(
        {
          entityRef,
          name: nameArbitrary,
          critical: fc.boolean(),
          whenDown: textArbitrary,
          contact: textArbitrary,
        },
        { requiredKeys: ['name'] },
      ),
    ),
    decisions: list(link),
  }),
  notes: partial({
    notApplicable,
    items: list(
      fc.record({
        kind: fc.constantFrom('shortcut', 'sharpEdge', 'history'),
        text: textArbitrary,
      }),
    ),
  }),
  dayOne: partial({
    notApplicable,
    access: list(partial({ what: textArbitrary, how: textArbitrary })),
    safeActions: texts,
    forbiddenActions: texts,
  }),
  deployment: partial({
    notApplicable,
    steps: list(step),
    pipeline: textArbitrary,
    repository: textArbitrary,
    trigger: fc.dictionary(
      nameArbitrary,
      fc.constantFrom('automatic', 'manual'),
      { minKeys: 1, maxKeys: 3, noNullPrototype: true },
    ),
    strategy: textArbitrary,
    preChecks: texts,
    postChecks: texts,
  }),
  rollback: partial({
    notApplicable,
    triggers: fc.oneof(texts, list(trigger)),
    watchFor: fc.constantFrom('PT15M', 'PT1H30M', 'P2D', 'P1W'),
    steps: list(step),
    risk: level,
    decideWithin: duration,
    expectedDuration: duration,
    approvers: list(nameArbitrary),
    irreversible: texts,
    rehearsedAt: date,
  }),
  failures: partial({
    notApplicable,
    items: identified(
      partial({
        symptom: textArbitrary,
        cause: textArbitrary,
        fix: textArbitrary,
        frequency: level,
        match: partial({
          reason: nameArbitrary,
          container: nameArbitrary,
          message: nameArbitrary,
        }),
      }),
    ),
  }),
  windows: partial({ notApplicable, items: unique(window, item => item.id) }),
  dangerZones: partial({
    notApplicable,
    items: identified(
      partial({
        what: textArbitrary,
        why: textArbitrary,
        approval: textArbitrary,
        emergencyOnly: fc.boolean(),
      }),
    ),
  }),
  escalation: partial({
    notApplicable,
    levels: identified(
      partial({
        who: textArbitrary,
        how: textArbitrary,
        respondWithin: duration,
      }),
    ),
    contactFor: list(
      fc.record(
        { topic: textArbitrary, who: textArbitrary, how: textArbitrary },
        { requiredKeys: ['topic', 'who'] },
      ),
    ),
  }),
  observability: partial({
    notApplicable,
    dashboards: list(linkOrQuery),
    logs: list(linkOrQuery),
    traces: list(linkOrQuery),
    alerts: list(linkOrQuery),
    slos: list(linkOrQuery),
  }),
  resilience: partial({
    notApplicable,
    rto: duration,
    rpo: duration,
    backups: textArbitrary,
    lastRestoreTest: date,
    drills: list(
      fc.record(
        { what: textArbitrary, at: date, result: textArbitrary },
        { requiredKeys: ['what', 'at'] },
      ),
    ),
    slos: list(
      fc.record(
        { name: nameArbitrary, target: textArbitrary, link: url },
        { requiredKeys: ['name', 'target'] },
      ),
    ),
  }),
  firstThirtyDays: partial({
    notApplicable,
    stages: identified(
      partial({
        name: fc.constantFrom('observe', 'shadow', 'supervised', 'independent'),
        goal: textArbitrary,
        activities: texts,
        until: nameArbitrary,
      }),
    ),
  }),
  responsibilities: partial({
    notApplicable,
    tasks: identified(
      partial({
        title: textArbitrary,
        status: fc.constantFrom('existing', 'inProgress'),
        link: url,
        note: textArbitrary,
      }),
    ),
  }),
  completion: partial({
    notApplicable,
    statements: fc.oneof(texts, identified(fc.record({ text: textArbitrary }))),
  }),
};

/** Any valid document: every section and field may be there or not. */
export const documentArbitrary: fc.Arbitrary<HandoverDocument> = fc.record(
  {
    apiVersion: fc.constant('handover.dev/v1' as const),
    kind: fc.constant('Handover' as const),
    metadata: partial({
      entityRef,
      tier: fc.integer({ min: 1, max: 4 }),
      reviewedAt: date,
      reviewedBy: nameArbitrary,
      reviewEvery: duration,
    }),
    ...sections,
  },
  { requiredKeys: ['apiVersion', 'kind'] },
);
