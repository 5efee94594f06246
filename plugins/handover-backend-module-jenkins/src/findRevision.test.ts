import { findRevision } from './findRevision';
import type { Build } from './schemas';

const LIBRARIES = {
  _class: 'org.jenkinsci.plugins.workflow.libs.LibrariesAction',
};
const OWN = '2'.repeat(40);
const checkout = (SHA1: string, branch: string, ...remoteUrls: string[]) => ({
  lastBuiltRevision: { SHA1, branch: [{ name: branch }] },
  remoteUrls,
});
const library = (branch = 'refs/remotes/origin/v3') =>
  checkout(
    '1'.repeat(40),
    branch,
    'https://git.example.com/ci/pipeline-library.git',
  );
const own = (
  branch = 'main',
  url = 'https://git.example.com/shop/orders.git',
) => checkout(OWN, branch, url);

const SOURCE = 'url:https://git.example.com/shop/orders/tree/main/';
const main = { branch: 'main' };

it.each<
  [
    string,
    string | undefined,
    NonNullable<Build['actions']>,
    Parameters<typeof findRevision>[1],
  ]
>([
  ['the only one', OWN, [null, {}, own()], {}],
  ['none', undefined, [{}], main],
  ['the one on the branch of the job', OWN, [library(), own()], main],
  ['the one on a remote branch', OWN, [library(), own('origin/main')], main],
  ['the only one, detached', OWN, [own('detached')], main],
  ['no library alone in a job of a branch', undefined, [library()], main],
  [
    'neither of two on the same branch',
    undefined,
    [library('main'), own()],
    main,
  ],
  [
    'the one of the entity, of two on the same branch',
    OWN,
    [library('main'), own()],
    { ...main, source: SOURCE },
  ],
  [
    'the one of the entity over SSH',
    OWN,
    [library(), own('main', 'git@git.example.com:shop/orders.git')],
    { source: SOURCE },
  ],
  [
    'the one of the entity over SSH with a port',
    OWN,
    [library(), own('main', 'ssh://git@git.example.com:7999/shop/orders.git')],
    { source: SOURCE },
  ],
  [
    'not one whose name begins alike',
    undefined,
    [library(), own('main', 'https://git.example.com/shop/order.git')],
    { source: SOURCE },
  ],
  ['neither of two without a branch', undefined, [library(), own()], {}],
  ['no only one that may be a library', undefined, [LIBRARIES, library()], {}],
  ['one that was checked out twice', OWN, [own(), own()], {}],
])('finds %s', (_, commit, actions, of) => {
  const build = { number: 41, timestamp: 0, actions };
  expect(findRevision(build, of)?.SHA1).toBe(commit);
});
