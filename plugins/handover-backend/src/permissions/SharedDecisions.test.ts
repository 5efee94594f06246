import {
  handoverDocumentReadPermission,
  handoverDocumentUpdatePermission,
} from '@backstage-handover/plugin-handover-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { SharedDecisions } from './SharedDecisions';

const READ = [{ permission: handoverDocumentReadPermission }];
const UPDATE = [{ permission: handoverDocumentUpdatePermission }];

function session(user: string, expiresAt?: string) {
  return {
    ...mockCredentials.user(user),
    expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
  };
}

function setUp() {
  let now = 0;
  const permissions = mockServices.permissions.mock();
  permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  );
  const shared = SharedDecisions.create({
    permissions,
    auth: mockServices.auth(),
    now: () => now,
  });
  const later = (ms: number) => {
    now += ms;
  };
  return { shared, later, asked: permissions.authorizeConditional };
}

it('asks once for what a session asks within a second', async () => {
  const { shared, later, asked } = setUp();
  const credentials = session('user:default/ann', '2026-11-21T10:00:00Z');
  const first = shared.authorizeConditional(READ, { credentials });
  const second = shared.authorizeConditional(READ, {
    credentials: { ...credentials },
  });
  expect(await first).toEqual([{ result: AuthorizeResult.ALLOW }]);
  expect(await second).toEqual([{ result: AuthorizeResult.ALLOW }]);
  later(999);
  await shared.authorizeConditional(READ, { credentials });
  expect(asked).toHaveBeenCalledTimes(1);

  later(1);
  asked.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
  expect(await shared.authorizeConditional(READ, { credentials })).toEqual([
    { result: AuthorizeResult.DENY },
  ]);
  expect(asked).toHaveBeenCalledTimes(2);
});

it('shares nothing between users, tokens and permissions', async () => {
  const { shared, asked } = setUp();
  for (const credentials of [
    session('user:default/ann', '2026-11-21T10:00:00Z'),
    session('user:default/bob', '2026-11-21T10:00:00Z'),
    session('user:default/ann', '2026-11-21T10:00:01Z'),
  ]) {
    await shared.authorizeConditional(READ, { credentials });
    await shared.authorizeConditional([...READ, ...READ], { credentials });
    await shared.authorizeConditional(UPDATE, { credentials });
  }
  expect(asked).toHaveBeenCalledTimes(9);
});

it('shares nothing between a user and somebody who acts for them', async () => {
  const { shared, asked } = setUp();
  const own = session('user:default/ann', '2026-11-21T10:00:00Z');
  const actedFor = (subject: string) => ({
    ...own,
    principal: {
      ...own.principal,
      actor: { type: 'service' as const, subject },
    },
  });
  const sessions = [own, actedFor('plugin:search'), actedFor('plugin:mcp')];
  for (const credentials of [...sessions, ...sessions]) {
    await shared.authorizeConditional(READ, { credentials });
  }
  expect(asked).toHaveBeenCalledTimes(3);
});

it('asks for each if a session has no end, and for each service', async () => {
  const { shared, asked } = setUp();
  for (const credentials of [
    session('user:default/ann'),
    session('user:default/ann'),
    mockCredentials.service('external:ci'),
    mockCredentials.service('external:ci'),
  ]) {
    await shared.authorizeConditional(READ, { credentials });
  }
  expect(asked).toHaveBeenCalledTimes(4);
});

it('does not keep a failure', async () => {
  const { shared, asked } = setUp();
  asked.mockRejectedValueOnce(new Error('no answer'));
  const credentials = session('user:default/ann', '2026-11-21T10:00:00Z');
  await expect(
    shared.authorizeConditional(READ, { credentials }),
  ).rejects.toThrow('no answer');
  await expect(
    shared.authorizeConditional(READ, { credentials }),
  ).resolves.toEqual([{ result: AuthorizeResult.ALLOW }]);
});

it('keeps what replaced a decision that fails late', async () => {
  const { shared, later, asked } = setUp();
  const credentials = session('user:default/ann', '2026-11-21T10:00:00Z');
  let fail = () => {};
  asked.mockImplementationOnce(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error('too late'));
      }),
  );
  const slow = shared.authorizeConditional(READ, { credentials });
  later(1_000);
  await shared.authorizeConditional(READ, { credentials });
  fail();
  await expect(slow).rejects.toThrow('too late');
  await shared.authorizeConditional(READ, { credentials });
  expect(asked).toHaveBeenCalledTimes(2);
});

it('asks each time for the sessions beyond those that it can keep', async () => {
  const { shared, asked } = setUp();
  const ask = (user: number) =>
    shared.authorizeConditional(READ, {
      credentials: session(`user:default/u${user}`, '2026-11-21T10:00:00Z'),
    });
  for (let user = 1; user <= 10_001; user++) {
    await ask(user);
  }
  asked.mockClear();
  await ask(10_000);
  expect(asked).not.toHaveBeenCalled();
  await ask(10_001);
  expect(asked).toHaveBeenCalledTimes(1);
});
