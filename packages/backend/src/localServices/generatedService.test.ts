import { createMockDirectory } from '@backstage/backend-test-utils';
import { build } from 'esbuild';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { eventually } from './__testUtils__/eventually';
import { answers, startPortal } from './__testUtils__/portal';

jest.setTimeout(180_000);

const run = promisify(execFile);
const folder = createMockDirectory();
const service = path.join(folder.path, 'parcel-prices');
const read = (name: string) => readFile(path.join(service, name), 'utf8');

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal(folder.path);
  const { status, log } = await portal.run(answers('parcel-prices'));
  if (status !== 'completed') {
    throw new Error(log);
  }
});

afterAll(() => portal?.stop());

it('is in the catalog, whole and with its history', async () => {
  await expect(
    portal.entity('component', 'parcel-prices'),
  ).resolves.toMatchObject({ spec: { owner: 'group:default/platform-team' } });
  expect(await readdir(folder.path)).toEqual(['parcel-prices']);
  const { stdout } = await run('git', ['log', '--format=%s'], { cwd: service });
  expect(stdout).toBe('Create the service\n');
  const status = await run('git', ['status', '--short'], { cwd: service });
  expect(status.stdout).toBe('');
});

it('has a handover that covers what can be known on its first day, and lists what is missing', async () => {
  const { body } = await portal.get(
    '/api/handover/documents/component/default/parcel-prices',
  );
  expect(body).toMatchObject({ status: 'ok', problems: [], stale: false });
  const sections: [string, { state: string; missing: object[] }][] =
    Object.entries(body.coverage.sections);
  // Observability is optional: nothing of it is asked for.
  const open = sections.filter(
    ([, { state, missing }]) => state !== 'covered' && missing.length > 0,
  );
  expect(open.map(([key, { state }]) => [key, state])).toEqual([
    ['architecture', 'partial'],
    ['notes', 'missing'],
    ['failures', 'missing'],
    ['dangerZones', 'missing'],
  ]);

  const todo = await read('docs/handover-todo.md');
  const tasks: { note: string }[] = body.document.responsibilities.tasks;
  for (const [key] of open) {
    expect(todo).toContain(key);
    expect(tasks.map(({ note }) => note).join('\n')).toContain(key);
  }
  expect(body.document.environments.items[2]).toMatchObject({
    name: 'production',
    namespace: 'parcel-prices-production',
    promotedFrom: 'staging',
  });
  expect(body.document.deployment.trigger).toEqual({
    development: 'automatic',
    staging: 'automatic',
    production: 'manual',
  });
});

it('has manifests that Kubernetes and a workflow that GitHub understands', async () => {
  // Bundled, as the schemas of the workflow's parser are JSON modules.
  const checker = path.join(
    folder.path,
    '..',
    `${path.basename(folder.path)}-check.cjs`,
  );
  await build({
    entryPoints: [path.join(__dirname, '__testUtils__', 'checkService.mjs')],
    outfile: checker,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const { stdout } = await run(process.execPath, [checker, service]);
  await rm(checker);
  expect(stdout).toBe('');

  const { spec } = parse(await read('k8s/base/deployment.yaml'));
  expect(spec.template.metadata.labels).toMatchObject({
    'backstage.io/kubernetes-id': 'parcel-prices',
  });
  const [container] = spec.template.spec.containers;
  expect(container).toMatchObject({
    readinessProbe: { httpGet: { path: '/readyz' } },
    livenessProbe: { httpGet: { path: '/healthz' } },
    resources: { limits: { memory: expect.any(String) } },
  });
  expect(await readdir(path.join(service, 'k8s', 'overlays'))).toEqual([
    'development',
    'production',
    'staging',
  ]);

  const { jobs } = parse(await read('.github/workflows/ci.yml'));
  expect(Object.keys(jobs)).toEqual([
    'build',
    'development',
    'staging',
    'production',
  ]);
  expect(jobs.production.needs).toBe('staging');
});

it('has a pipeline that passes the gate before production', async () => {
  const jenkinsfile = await read('Jenkinsfile');
  const stages = [...jenkinsfile.matchAll(/stage\('([^']+)'\)/g)];
  expect(stages.map(([, stage]) => stage)).toEqual([
    'Build and test',
    'Image',
    'Deploy to development',
    'Deploy to staging',
    'Gate: production',
    'Deploy to production',
  ]);
  expect(jenkinsfile).not.toMatch(/\$\{\{|\{%/);
  const parsed = (groovy: string) => {
    const script = path.join(__dirname, '__testUtils__', 'checkGroovy.mjs');
    return execFileSync(process.execPath, [script], {
      input: groovy,
      encoding: 'utf8',
    });
  };
  expect(parsed(jenkinsfile)).toBe('');
  expect(parsed(jenkinsfile.replace('stages {', 'stages'))).toMatch(
    /^\d+:\d+: /,
  );
});

it('builds, passes its tests and answers', async () => {
  // As anybody who clones it would: nothing of this process.
  const { PATH, HOME } = process.env;
  // A registry may have a certificate that only this machine trusts.
  const env = { PATH, HOME, NODE_USE_SYSTEM_CA: '1' };
  const npm = (...args: string[]) =>
    run('npm', args, { cwd: service, env: { ...env, ...registry() } });
  await npm('ci', '--no-audit', '--no-fund');
  await npm('test');

  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, ['dist/main.js'], {
    cwd: service,
    env: { ...env, PORT: String(port) },
  });
  const exited = once(server, 'exit');
  try {
    const ask = (route: string) =>
      fetch(`http://127.0.0.1:${port}${route}`).catch(() => undefined);
    const health = await eventually(() => ask('/healthz'));
    expect(health.status).toBe(200);
    await expect(ask('/readyz')).resolves.toMatchObject({ status: 200 });
  } finally {
    server.kill('SIGTERM');
  }
  await expect(exited).resolves.toEqual([0, null]);
});

/** The registry and proxies that this machine is set up with. */
function registry(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(npm_config_(registry|userconfig|cafile)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i.test(
        name,
      ),
    ),
  );
}
