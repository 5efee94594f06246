import { Environments } from '../environments/Environments';
import { answerAdmission, type AdmissionMode } from './answer';
import { deployedArtifacts } from './artifacts';
import { environmentsAt } from './environmentsAt';
import { parseSelector } from './selectors';
import { toAdmissionReview } from './toAdmissionReview';

const closed = { passes: false, message: 'Closed.', annotations: { a: 'b' } };
const open = { passes: true, message: 'Open.', annotations: {} };

it.each<[AdmissionMode, boolean, boolean, boolean, string[]]>([
  ['enforce', false, false, false, []],
  ['enforce', true, false, true, []],
  ['warn', false, false, true, ['Closed.']],
  ['warn', true, false, true, []],
  ['audit', false, false, true, []],
  [
    'enforce',
    false,
    true,
    true,
    ['Dry run: this change would be denied. Closed.'],
  ],
  [
    'warn',
    false,
    true,
    true,
    ['Dry run: this change would be allowed. Closed.'],
  ],
])(
  'answers in %s, if it passes (%s) and is a dry run (%s)',
  (mode, passes, dryRun, allowed, warnings) => {
    const finding = passes ? open : closed;
    expect(answerAdmission(finding, { mode, dryRun })).toMatchObject({
      allowed,
      warnings,
      annotations: { mode, passes: String(passes), reason: finding.message },
    });
    const notable = { ...open, isNotable: true };
    expect(answerAdmission(notable, { mode, dryRun: false }).warnings).toEqual(
      mode === 'audit' ? [] : ['Open.'],
    );
  },
);

it('writes what an API server takes', () => {
  const word = 'x'.repeat(400);
  const message = `${'closed until Monday\n'.repeat(20)}${word}`;
  const { response, ...review } = toAdmissionReview('42', {
    allowed: false,
    message,
    warnings: [message, 'nul\0 and tab\t'],
    annotations: { reason: 'r'.repeat(5_000) },
  });
  expect(review).toEqual({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
  });
  expect(response).toMatchObject({
    uid: '42',
    allowed: false,
    status: { code: 403, reason: 'Forbidden' },
  });
  expect(response.status?.message).toMatch(/^closed until Monday closed/);
  const warnings = response.warnings ?? [];
  expect(warnings[0]).toHaveLength('closed until Monday '.repeat(6).length - 1);
  expect(warnings).toContain(`${'x'.repeat(255)}…`);
  expect(warnings).toContain('nul and tab');
  expect(response.auditAnnotations?.reason).toHaveLength(1_000);
  const allowed = { allowed: true, warnings: [], annotations: {} };
  expect(toAdmissionReview('7', allowed).response).toEqual({
    uid: '7',
    allowed: true,
    auditAnnotations: {},
  });
});

it.each<[string, boolean | undefined]>([
  ['app=orders', true],
  ['app==orders,tier=web', true],
  ['app = orders , tier != batch', true],
  ['app in (web, orders)', true],
  ['app notin (web, orders)', false],
  ['tier,!batch', true],
  ['!tier', false],
  ['batch!=yes,batch notin (yes)', true],
  ['app=web', false],
  ['toString', false],
  ['', undefined],
  ['app=orders,', undefined],
  ['app > 1', undefined],
  ['!app=orders', undefined],
  [`app=${'x'.repeat(2_000)}`, undefined],
])('matches the selector %s: %s', (text, expected) => {
  const labels = { app: 'orders', tier: 'web' };
  expect(parseSelector(text)?.matches(labels)).toBe(expected);
});

it('finds the environments of a namespace', () => {
  const known = Environments.create([
    { name: 'staging' },
    { name: 'production', aliases: ['prod'] },
  ]);
  const documented = [
    { name: 'staging', cluster: 'eu-1', namespace: 'staging' },
    { name: 'prod', cluster: 'EU-1', namespace: 'shop' },
    { name: 'production', cluster: 'eu-1', namespace: 'shop' },
    { name: 'rest', cluster: 'eu-1' },
    { name: 'other', cluster: 'eu-2', namespace: 'shop' },
    { name: 'nowhere', namespace: 'shop' },
  ];
  const at = (namespace: string, cluster = 'eu-1') =>
    environmentsAt(documented, {
      cluster,
      namespace,
      clusters: ['eu-1', 'eu-2'],
      known,
    });
  expect(at('shop')).toEqual(['production']);
  expect(at('staging')).toEqual(['staging']);
  expect(at('anything')).toEqual(['rest']);
  expect(at('shop', 'eu-2')).toEqual(['other']);
  expect(at('anything', 'eu-2')).toEqual([]);
});

it('names artifacts as their deployments are recorded', () => {
  const deployment = (name?: string) => ({
    id: '1',
    provider: 'events',
    environment: 'production',
    at: '2026-01-01T00:00:00Z',
    outcome: 'succeeded' as const,
    artifact: { name, version: '1' },
  });
  const images = [
    { repository: 'registry/mesh', tag: '1.2' },
    { repository: 'registry/shop/Orders', tag: '1.5', digest: 'sha256:a' },
  ];
  expect(deployedArtifacts(images, [deployment('shop/orders')])).toEqual([
    { name: 'shop/orders', digest: 'sha256:a' },
  ]);
  expect(deployedArtifacts(images, [])).toEqual([
    { name: 'registry/mesh', version: '1.2' },
  ]);
  expect(deployedArtifacts(images, [deployment()])).toEqual([
    { version: '1.2' },
  ]);
  expect(deployedArtifacts([], [])).toEqual([]);
});
