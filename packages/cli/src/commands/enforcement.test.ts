import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { answer, CLOSED, OPEN, recorded, unknown } from '../__testUtils__/gate';
import {
  argocdStep,
  githubStep,
  gitlabStep,
  jenkinsStep,
  runStep,
} from '../__testUtils__/adapters';
import { ROOT, useFolder } from '../__testUtils__/handover';
import { type Answer, usePortal } from '../__testUtils__/portal';

const folder = useFolder();
const portal = usePortal();

const INPUTS = {
  entity: 'component:default/orders',
  environment: 'production',
  wait: '0s',
};

const adapters = {
  'the GitHub action': githubStep,
  'the GitLab component': gitlabStep,
  'the Argo CD hook': argocdStep,
  'the script of the Jenkins library': jenkinsStep,
};

/** Runs an adapter against the portal of the test. */
const runs = async (
  adapter: keyof typeof adapters,
  inputs: Record<string, string> = {},
) =>
  runStep(await adapters[adapter]({ ...INPUTS, ...inputs }), {
    folder: folder(),
    env: portal.env(),
  });

/** A portal that decides the same, whether it records it or not. */
const decides = (decision: object) =>
  portal.answersBy(url =>
    url.endsWith('/decisions') ? recorded(decision) : answer(decision),
  );

describe.each(Object.keys(adapters) as (keyof typeof adapters)[])(
  '%s',
  adapter => {
    it.each<[string, object, boolean]>([
      ['open', OPEN, true],
      ['closed', CLOSED, false],
      [
        'closed, whatever unknown does',
        { ...CLOSED, onUnknown: 'pass' },
        false,
      ],
      ['unknown', unknown(), false],
      ['unknown and blocked', unknown('block'), false],
      ['unknown and configured to pass', unknown('pass'), true],
      ['misspelt', { ...OPEN, verdict: 'opne' }, false],
    ])(
      `${adapter} lets a change pass or not: %s`,
      async (_, decision, passes) => {
        decides(decision);
        const { code, stderr } = await runs(adapter);
        expect(stderr).not.toContain('npx');
        expect(code === 0).toBe(passes);
        expect(portal.asked().at(-1)).toMatchObject({
          url: '/api/handover/gate/component/default/orders/decisions',
          authorization: 'Bearer t0ken',
          body: { environment: 'production', change: 'deploy' },
        });
      },
    );

    it(`${adapter} holds a change if the portal fails`, async () => {
      const fails: Answer = { status: 500, body: {} };
      portal.answersBy(() => fails);
      expect((await runs(adapter)).code).toBe(2);
    });
  },
);

describe.each([
  'the GitHub action',
  'the GitLab component',
  'the script of the Jenkins library',
] as const)('%s', adapter => {
  it(`${adapter} passes a portal that fails only by choice`, async () => {
    portal.answersBy(() => ({ status: 500, body: {} }));
    expect((await runs(adapter, { unreachable: 'pass' })).code).toBe(0);
    expect((await runs(adapter, { unreachable: 'pas' })).code).toBe(3);
  });

  it(`${adapter} reads no input as a command or option`, async () => {
    decides(OPEN);
    for (const text of [
      '$(touch pwned)',
      '`touch pwned`',
      "'; touch pwned; '",
      '"; touch pwned; "',
      '--help',
    ]) {
      const { code, stdout } = await runs(adapter, { entity: text });
      expect(code).toBe(3);
      expect(stdout).not.toContain('Usage');
    }
    expect(existsSync(path.join(folder(), 'pwned'))).toBe(false);
  });
});

it('the GitHub action refuses a misspelt input, and records by choice', async () => {
  decides(OPEN);
  expect((await runs('the GitHub action', { record: 'ture' })).code).toBe(3);
  expect((await runs('the GitHub action', { change: 'deplyo' })).code).toBe(3);
  expect(portal.asked()).toEqual([]);
  expect((await runs('the GitHub action', { record: 'false' })).code).toBe(0);
  expect(portal.asked()).toEqual([
    expect.objectContaining({
      url: expect.stringContaining('?environment=production'),
    }),
  ]);
});

it('holds no secret or input in a script', async () => {
  const { args } = await githubStep(INPUTS);
  expect(args.at(-1)).not.toContain('${{');
  const gitlab = await gitlabStep(INPUTS);
  const template = await gitlabStep({ ...INPUTS, entity: 'OTHER' });
  expect(template.args).toEqual(gitlab.args);
  expect((await argocdStep()).args.join(' ')).not.toMatch(/token/i);
});

it('fails a Jenkins build for every code that does not pass', async () => {
  const groovy = await readFile(
    path.join(ROOT, 'examples/enforcement/jenkins/vars/handoverGate.groovy'),
    'utf8',
  );
  const [, body] = groovy.split('    if (code == 0) {\n');
  // Two ways out without an error: the gate passes, or `unstable` by choice.
  expect(body.match(/return$/gm)).toHaveLength(2);
  expect(body).toMatch(
    /^ {8}return\n {4}\}\n {4}if \(code == 2 && onUnknown == 'unstable'\) \{\n {8}unstable\(/,
  );
  expect(body.match(/^ {4,8}error\(/gm)).toHaveLength(3);
  expect(body).toMatch(/\n {4}error\("[^\n]+"\)\n\}/);
  // An agent is only held while it asks.
  expect(groovy.match(/\bnode\(/g)).toHaveLength(1);
  expect(groovy.indexOf('sleep(')).toBeLessThan(groovy.indexOf('node(options'));
});
