import { applyChanges, type FieldChange } from './index';

const DOCUMENT = `# yaml-language-server: $schema=./schema.json
apiVersion: handover.dev/v1
kind: Handover # the only kind

overview:
  # What it is for
  purpose: |
    Takes orders.

  users: [Customers, "Partners: all"] # two
  criticality: 'high'
  # impact: What an outage costs.

rollback:
    steps:
    -   do: Undo it   # first
        verify: Look

    # The second
    - do: >-
        Tell the
        channel.
    approvers:
    - Asha
    - Ravi

escalation:
  levels:
    - who: On-call
      how: '#on-call'
  contactFor: []

# The end.
`;

/** The lines that went (-) and came (+). */
function changed(changes: FieldChange[], text = DOCUMENT): string[] {
  const old = text.split('\n');
  const fresh = applyChanges(text, changes).split('\n');
  let from = 0;
  while (from < old.length && old[from] === fresh[from]) {
    from += 1;
  }
  let behind = 0;
  while (
    behind < Math.min(old.length, fresh.length) - from &&
    old.at(-1 - behind) === fresh.at(-1 - behind)
  ) {
    behind += 1;
  }
  return [
    ...old.slice(from, old.length - behind).map(line => `-${line}`),
    ...fresh.slice(from, fresh.length - behind).map(line => `+${line}`),
  ];
}

const set = (path: FieldChange['path'], value: unknown): FieldChange => ({
  kind: 'set',
  path,
  value: value as never,
});

describe('setting a field', () => {
  it.each<[string, FieldChange, string[]]>([
    [
      'keeps a block a block',
      set(['overview', 'purpose'], 'Takes orders in.\n\n- by web'),
      ['-    Takes orders.', '+    Takes orders in.', '+', '+    - by web'],
    ],
    [
      'folds prose that was folded',
      set(
        ['rollback', 'steps', 1, 'do'],
        'Tell the channel, and then everyone else who has ever asked about the whole service.',
      ),
      [
        '-        Tell the',
        '-        channel.',
        '+        Tell the channel, and then everyone else who has ever asked about the whole',
        '+        service.',
      ],
    ],
    [
      'keeps the quotes',
      set(['overview', 'criticality'], 'low'),
      ["-  criticality: 'high'", "+  criticality: 'low'"],
    ],
    [
      'keeps flow style and the comment behind it',
      set(['overview', 'users'], ['Customers', 'Staff']),
      [
        '-  users: [Customers, "Partners: all"] # two',
        '+  users: [Customers, Staff] # two',
      ],
    ],
    [
      'quotes what would be read as a number',
      set(['rollback', 'approvers', 0], '1.0'),
      ['-    - Asha', "+    - '1.0'"],
    ],
    [
      'quotes what would be read as a comment or a key',
      set(['rollback', 'approvers', 0], 'Costs: a lot # yes'),
      ['-    - Asha', "+    - 'Costs: a lot # yes'"],
    ],
    [
      'quotes what YAML 1.1 takes for true',
      set(['rollback', 'approvers', 0], 'yes'),
      ['-    - Asha', "+    - 'yes'"],
    ],
    [
      'writes a list where an empty one was',
      set(['escalation', 'contactFor'], [{ topic: 'Data', who: 'DBA' }]),
      [
        '-  contactFor: []',
        '+  contactFor:',
        '+  - topic: Data',
        '+    who: DBA',
      ],
    ],
  ])('%s', (_, change, expected) => {
    expect(changed([change])).toEqual(expected);
  });

  it('touches only the elements of a list that differ', () => {
    const text = DOCUMENT.replace('- Ravi', '- Ravi # on leave');
    expect(
      applyChanges(text, [
        set(['rollback', 'approvers'], ['Ravi', 'Asha', 'Mei']),
      ]),
    ).toBe(
      text.replace(
        '    - Asha\n    - Ravi # on leave\n',
        '    - Ravi # on leave\n    - Asha\n    - Mei\n',
      ),
    );
  });

  it('leaves the text alone where it says so already, but for line breaks at the end', () => {
    expect(
      applyChanges(DOCUMENT, [
        set(['overview', 'purpose'], 'Takes orders.'),
        set(['overview', 'users'], ['Customers', 'Partners: all']),
        set(['escalation', 'contactFor'], []),
      ]),
    ).toBe(DOCUMENT);
  });

  it('adds a field in the order of the schema', () => {
    expect(changed([set(['overview', 'impact'], 'Lost revenue')])).toEqual([
      '+  impact: Lost revenue',
    ]);
    expect(
      applyChanges(DOCUMENT, [set(['overview', 'impact'], 'Lost revenue')]),
    ).toContain("  criticality: 'high'\n  impact: Lost revenue\n  # impact: ");
  });

  it('adds a section in the order of the schema, with what it needs around it', () => {
    expect(
      applyChanges(DOCUMENT, [
        set(['deployment', 'trigger', 'production'], 'manual'),
        set(['deployment', 'pipeline'], 'Jenkins'),
        set(['metadata', 'reviewedAt'], '2026-11-20'),
      ]),
    ).toBe(
      DOCUMENT.replace(
        '\noverview:',
        '\nmetadata:\n  reviewedAt: 2026-11-20\n\noverview:',
      ).replace(
        '\nrollback:',
        '\ndeployment:\n  pipeline: Jenkins\n  trigger:\n    production: manual\n\nrollback:',
      ),
    );
  });

  it('fills a section in that has only comments', () => {
    const text =
      'apiVersion: handover.dev/v1\nkind: Handover\noverview:\n  # purpose: What it does.\nnotes: # none yet\n';
    expect(
      applyChanges(text, [
        set(['overview', 'purpose'], 'Takes orders.'),
        set(['notes', 'items'], [{ kind: 'history', text: 'Old.' }]),
      ]),
    ).toBe(
      'apiVersion: handover.dev/v1\nkind: Handover\noverview:\n  purpose: Takes orders.\n  # purpose: What it does.\nnotes: # none yet\n  items:\n    - kind: history\n      text: Old.\n',
    );
  });

  it('finds list elements by their id', () => {
    const text =
      'apiVersion: handover.dev/v1\nkind: Handover\nfailures:\n  items:\n    - symptom: a\n      id: slow\n    - {id: full, symptom: b}\n';
    expect(
      changed(
        [
          set(['failures', 'items', { id: 'full' }, 'fix'], 'Clean up'),
          { kind: 'remove', path: ['failures', 'items', { id: 'slow' }] },
        ],
        text,
      ),
    ).toEqual([
      '-    - symptom: a',
      '-      id: slow',
      '-    - {id: full, symptom: b}',
      '+    - {id: full, symptom: b, fix: Clean up}',
    ]);
  });
});

describe('list elements', () => {
  it('are added in the style of the others', () => {
    expect(
      changed([
        {
          kind: 'insert',
          path: ['rollback', 'steps'],
          value: { do: 'Third', command: 'a\nb' },
        },
      ]),
    ).toEqual([
      '+',
      '+    - do: Third',
      '+      command: |',
      '+        a',
      '+        b',
    ]);
    expect(
      changed([
        {
          kind: 'insert',
          path: ['rollback', 'approvers'],
          value: 'Mei',
          at: 0,
        },
      ]),
    ).toEqual(['+    - Mei']);
    expect(
      changed([
        { kind: 'insert', path: ['overview', 'users'], value: 'a, b', at: 1 },
      ]),
    ).toEqual([
      '-  users: [Customers, "Partners: all"] # two',
      '+  users: [Customers, \'a, b\', "Partners: all"] # two',
    ]);
  });

  it('make a list where there is none', () => {
    expect(
      changed([
        { kind: 'insert', path: ['rollback', 'triggers'], value: 'Errors' },
      ]),
    ).toEqual(['+    triggers:', '+    - Errors']);
  });

  it('are removed with their lines, and the last leaves an empty list', () => {
    expect(
      changed([{ kind: 'remove', path: ['rollback', 'approvers', 1] }]),
    ).toEqual(['-    - Ravi']);
    expect(
      changed([{ kind: 'remove', path: ['escalation', 'levels', 0] }]),
    ).toEqual([
      '-  levels:',
      '-    - who: On-call',
      "-      how: '#on-call'",
      '+  levels: []',
    ]);
  });

  it('move as they are written, with the comments above them', () => {
    const text = applyChanges(DOCUMENT, [
      { kind: 'move', path: ['rollback', 'steps', 1], to: 0 },
    ]);
    expect(text).toContain(`    steps:
    # The second
    - do: >-
        Tell the
        channel.

    -   do: Undo it   # first
        verify: Look
    approvers:
`);
    expect(
      applyChanges(text, [
        { kind: 'move', path: ['rollback', 'steps', 0], to: 1 },
      ]),
    ).toBe(DOCUMENT);
  });
});

describe('the style around a change', () => {
  const HEAD = 'apiVersion: handover.dev/v1\nkind: Handover\n';
  const LONG =
    'Tell the channel, and then everyone else who has ever asked about the whole service.';
  const STEP = { do: 'Again' };

  const CHANGES: [string, string, FieldChange, string][] = [
    [
      'decides by brackets that hold something',
      'rollback:\n  steps: [ { do: a } ]\n  approvers: []\n  triggers: []\n',
      { kind: 'insert', path: ['rollback', 'steps'], value: { do: 'b' } },
      'rollback:\n  steps: [ { do: a }, { do: b } ]\n  approvers: []\n  triggers: []\n',
    ],
    [
      'puts a field behind a block, before the empty line that follows it',
      'overview:\n  purpose: |\n    Text.\n\nrollback:\n  approvers: [x]\n',
      set(['overview', 'impact'], 'Lost revenue'),
      'overview:\n  purpose: |\n    Text.\n  impact: Lost revenue\n\nrollback:\n  approvers: [x]\n',
    ],
    [
      'keeps a long text on the one line that it had',
      'rollback:\n  risk: Low\n',
      set(['rollback', 'risk'], LONG),
      `rollback:\n  risk: ${LONG}\n`,
    ],
    [
      'folds a text that went over several lines without a sign',
      'rollback:\n  risk: Low\n    enough\n',
      set(['rollback', 'risk'], LONG),
      'rollback:\n  risk: Tell the channel, and then everyone else who has ever asked about the whole\n    service.\n',
    ],
    [
      'writes a value out each time that it occurs',
      'rollback:\n  approvers:\n    - x\n',
      set(['rollback', 'steps'], [STEP, STEP]),
      'rollback:\n  steps:\n    - do: Again\n    - do: Again\n  approvers:\n    - x\n',
    ],
    [
      'writes a value out each time that it occurs, in brackets too',
      'rollback: {approvers: [x]}\n',
      set(['rollback', 'steps'], [STEP, STEP]),
      'rollback: {steps: [{do: Again}, {do: Again}], approvers: [x]}\n',
    ],
    [
      'removes a last field with its question mark',
      'rollback:\n  steps:\n    - ? do\n      : Undo\n      ? verify\n      : Look\n',
      { kind: 'remove', path: ['rollback', 'steps', 0, 'verify'] },
      'rollback:\n  steps:\n    - ? do\n      : Undo\n',
    ],
    [
      'removes a first field with its question mark',
      'rollback:\n  steps:\n    - ? do\n      : Undo\n      ? verify\n      : Look\n',
      { kind: 'remove', path: ['rollback', 'steps', 0, 'do'] },
      'rollback:\n  steps:\n    - ? verify\n      : Look\n',
    ],
    [
      'keeps an anchor with its element if another comes before it',
      'rollback: {triggers: [&slow Slow, &down Down]}\n',
      {
        kind: 'insert',
        path: ['rollback', 'triggers'],
        at: 0,
        value: 'Errors',
      },
      'rollback: {triggers: [Errors, &slow Slow, &down Down]}\n',
    ],
    [
      'moves an element in brackets with its anchor and its tag',
      'rollback: {triggers: [&slow Slow, !!str 500, Down]}\n',
      { kind: 'move', path: ['rollback', 'triggers', 1], to: 0 },
      'rollback: {triggers: [!!str 500, &slow Slow, Down]}\n',
    ],
  ];

  it.each(CHANGES)('%s', (_, text, change, expected) => {
    expect(applyChanges(HEAD + text, [change])).toBe(HEAD + expected);
  });
});

describe('anchors and aliases', () => {
  const SHARED = `apiVersion: handover.dev/v1
kind: Handover
deployment:
  preChecks: &checks
    - Green pipeline
    - No incident
  postChecks: *checks
rollback:
  triggers: [&errors Too many errors, *errors]
`;

  it('write an alias out where the change is, and leave its anchor', () => {
    expect(
      changed(
        [{ kind: 'insert', path: ['deployment', 'postChecks'], value: 'Done' }],
        SHARED,
      ),
    ).toEqual([
      '-  postChecks: *checks',
      '+  postChecks:',
      '+    - Green pipeline',
      '+    - No incident',
      '+    - Done',
    ]);
    expect(changed([set(['rollback', 'triggers', 1], 'Slow')], SHARED)).toEqual(
      [
        '-  triggers: [&errors Too many errors, *errors]',
        '+  triggers: [&errors Too many errors, Slow]',
      ],
    );
  });

  it.each<[FieldChange, string]>([
    [
      set(['deployment', 'preChecks', 0], 'x'),
      "Cannot change 'deployment.preChecks[0]': line 7 shows the same through the YAML alias '*checks'. Write it out there first.",
    ],
    [
      { kind: 'remove', path: ['deployment', 'preChecks'] },
      "Cannot change 'deployment.preChecks': line 7 shows the same through the YAML alias '*checks'. Write it out there first.",
    ],
    [
      set(['rollback', 'triggers', 0], 'x'),
      "Cannot change 'rollback.triggers[0]': line 9 shows the same through the YAML alias '*errors'. Write it out there first.",
    ],
  ])('refuse to change two places at once: %j', (change, message) => {
    expect(() => applyChanges(SHARED, [change])).toThrow(
      expect.objectContaining({ name: 'ConflictError', message }),
    );
  });

  it('go where the anchor and all its aliases are in what is removed', () => {
    expect(changed([{ kind: 'remove', path: ['rollback'] }], SHARED)).toEqual([
      '-rollback:',
      '-  triggers: [&errors Too many errors, *errors]',
    ]);
  });
});

describe('what cannot be changed', () => {
  it.each<[string, FieldChange, string]>([
    [
      'a field that is not there',
      { kind: 'remove', path: ['rollback', 'risk'] },
      "There is nothing at 'rollback.risk'",
    ],
    [
      'an element that is not there',
      set(['rollback', 'steps', 7, 'do'], 'x'),
      "There is nothing at 'rollback.steps[7]'",
    ],
    [
      'an id that no element has',
      set(['rollback', 'steps', { id: 'undo' }, 'do'], 'x'),
      "There is no element with the id 'undo' in 'rollback.steps'",
    ],
    [
      'a field of a text',
      set(['overview', 'purpose', 'long'], 'x'),
      "'overview.purpose' is no mapping of keys to values",
    ],
    [
      'an element of a mapping',
      { kind: 'insert', path: ['overview'], value: 'x' },
      "There is no list at 'overview'",
    ],
    [
      'a place behind the end of a list',
      { kind: 'insert', path: ['overview', 'users'], value: 'x', at: 3 },
      "Cannot insert at 3 in 'overview.users', which has 2 elements",
    ],
    [
      'a value that JSON has not',
      set(['overview', 'impact'], undefined),
      "The value for 'overview.impact' is no text, number, list or mapping",
    ],
    [
      'a text that makes the document too large',
      set(['overview', 'impact'], 'x'.repeat(300_000)),
      "Cannot change 'overview.impact' in this document; caused by InputError: The document is not valid: line 1, column 1: the document is larger than 256 KiB",
    ],
  ])('%s gets an error', (_, change, message) => {
    expect(() => applyChanges(DOCUMENT, [change])).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });

  it('includes a text that is not valid YAML', () => {
    expect(() =>
      applyChanges('apiVersion: handover.dev/v1\n\tkind: Handover\n', [
        set(['kind'], 'Handover'),
      ]),
    ).toThrow(
      'The document is not valid: line 2, column 1: tabs cannot be used to indent; use spaces',
    );
  });
});

it('keeps line breaks, byte order mark, markers and a missing last line break', () => {
  const text =
    '\uFEFF%YAML 1.2\r\n---\r\napiVersion: handover.dev/v1\r\nkind: Handover\r\noverview:\r\n  users:\r\n    - a\r\n...';
  expect(
    applyChanges(text, [
      set(['overview', 'purpose'], 'one\ntwo'),
      { kind: 'insert', path: ['overview', 'users'], value: 'b' },
    ]),
  ).toBe(
    '\uFEFF%YAML 1.2\r\n---\r\napiVersion: handover.dev/v1\r\nkind: Handover\r\noverview:\r\n  purpose: |\r\n    one\r\n    two\r\n  users:\r\n    - a\r\n    - b\r\n...',
  );
});
