import { readdirSync } from 'node:fs';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizedAlertsService } from './alerts/AuthorizedAlertsService';
import { AuthorizedCalendarsService } from './calendars/AuthorizedCalendarsService';
import { AuthorizedDeliveryService } from './delivery/AuthorizedDeliveryService';
import { AuthorizedDocumentsService } from './documents/AuthorizedDocumentsService';
import type { EntityFilter } from './entities/EntitiesService';
import { AuthorizedBadgesService } from './scorecards/badges/AuthorizedBadgesService';
import { AuthorizedExemptionsService } from './scorecards/exemptions/AuthorizedExemptionsService';
import { AuthorizedInitiativesService } from './scorecards/initiatives/AuthorizedInitiativesService';
import { AuthorizedGateService } from './gate/AuthorizedGateService';
import { AuthorizedOnCallService } from './oncall/AuthorizedOnCallService';
import { AuthorizedOverridesService } from './overrides/AuthorizedOverridesService';
import { AuthorizedScorecardsService } from './scorecards/AuthorizedScorecardsService';
import { AuthorizedTriggersService } from './triggers/AuthorizedTriggersService';
import type { HandoverAuthorizer } from './permissions/HandoverAuthorizer';

const SERVICES = {
  AuthorizedAlertsService,
  AuthorizedBadgesService,
  AuthorizedCalendarsService,
  AuthorizedDeliveryService,
  AuthorizedDocumentsService,
  AuthorizedExemptionsService,
  AuthorizedGateService,
  AuthorizedInitiativesService,
  AuthorizedOnCallService,
  AuthorizedOverridesService,
  AuthorizedScorecardsService,
  AuthorizedTriggersService,
};

/** Reads nothing that belongs to anybody, so every signed-in caller may use it. */
const OPEN = new Set([
  'AuthorizedCalendarsService.listCalendars',
  'AuthorizedDocumentsService.validateDocument',
  'AuthorizedScorecardsService.listScorecards',
  'AuthorizedScorecardsService.listFacts',
]);

/** Lists of many entities: they are restricted, not refused. */
const LISTS = new Set([
  'AuthorizedCalendarsService.getCalendar',
  'AuthorizedDocumentsService.listDocuments',
  'AuthorizedDocumentsService.summarizeDocuments',
  'AuthorizedDocumentsService.findFailures',
  'AuthorizedScorecardsService.listResults',
  'AuthorizedScorecardsService.count',
  'AuthorizedScorecardsService.getTrend',
  'AuthorizedScorecardsService.getChanges',
  'AuthorizedScorecardsService.preview',
  'AuthorizedScorecardsService.listOpenChecks',
  'AuthorizedExemptionsService.listExemptions',
  'AuthorizedExemptionsService.listBudgets',
  'AuthorizedOverridesService.listOverrides',
  'AuthorizedScorecardsService.plan',
  'AuthorizedInitiativesService.listInitiatives',
  'AuthorizedInitiativesService.getInitiative',
  'AuthorizedInitiativesService.getBurnUp',
  'AuthorizedInitiativesService.listEntities',
]);

/** What they change belongs to no entity. */
const PORTAL_WIDE = new Set(['AuthorizedInitiativesService']);

const PERMISSIONS: Record<string, string> = {
  AuthorizedAlertsService: 'handover.document.read',
  AuthorizedBadgesService: 'handover.document.read',
  AuthorizedCalendarsService: 'handover.document.read',
  AuthorizedDeliveryService: 'handover.document.read',
  AuthorizedDocumentsService: 'handover.document.read',
  'AuthorizedDocumentsService.putDocument': 'handover.document.update',
  AuthorizedExemptionsService: 'handover.exemption.approve',
  'AuthorizedExemptionsService.listExemptions': 'handover.document.read',
  'AuthorizedExemptionsService.listBudgets': 'handover.document.read',
  'AuthorizedExemptionsService.requestExemption': 'handover.exemption.request',
  'AuthorizedExemptionsService.withdrawExemption': 'handover.exemption.request',
  AuthorizedGateService: 'handover.gate.decide',
  AuthorizedInitiativesService: 'handover.initiative.manage',
  'AuthorizedInitiativesService.listInitiatives': 'handover.document.read',
  'AuthorizedInitiativesService.getInitiative': 'handover.document.read',
  'AuthorizedInitiativesService.getBurnUp': 'handover.document.read',
  'AuthorizedInitiativesService.listEntities': 'handover.document.read',
  AuthorizedOnCallService: 'handover.document.read',
  'AuthorizedOnCallService.page': 'handover.oncall.page',
  AuthorizedOverridesService: 'handover.document.read',
  'AuthorizedOverridesService.requestOverride': 'handover.override.request',
  'AuthorizedOverridesService.withdrawOverride': 'handover.override.request',
  'AuthorizedOverridesService.decideOverride': 'handover.override.approve',
  AuthorizedScorecardsService: 'handover.document.read',
  AuthorizedTriggersService: 'handover.document.read',
};

/** Every public method of the classes above, from their prototypes. */
const METHODS = Object.entries(SERVICES).flatMap(([name, service]) =>
  Object.getOwnPropertyNames(service.prototype)
    .filter(method => method !== 'constructor')
    .map(method => ({ name, method, id: `${name}.${method}` })),
);

const RESTRICTION: EntityFilter = { key: 'owner', values: ['group:default/a'] };

function callMethod(
  name: string,
  method: string,
  authorizer: object,
  query: object = {},
) {
  const inner = {
    [method]: jest.fn(async (..._: unknown[]) => 'the answer'),
  };
  const service = SERVICES[name as keyof typeof SERVICES].create({
    inner: inner as never,
    authorizer: authorizer as HandoverAuthorizer,
  });
  const credentials = mockCredentials.user();
  const call = Reflect.get(service, method) as (
    ...args: unknown[]
  ) => Promise<unknown>;
  const first = LISTS.has(`${name}.${method}`) ? query : 'a';
  // Some methods take more between the reference and the options.
  const more = Array.from({ length: Math.max(0, call.length - 2) }, () => ({}));
  const answer = call.apply(
    service,
    call.length === 1 ? [{ credentials }] : [first, ...more, { credentials }],
  );
  return { answer, inner: inner[method] };
}

describe.each(METHODS)('$id', ({ name, method, id }) => {
  if (OPEN.has(id)) {
    it('is open to everybody who is signed in', async () => {
      await expect(callMethod(name, method, {}).answer).resolves.toBe(
        'the answer',
      );
    });
    return;
  }
  const permission = PERMISSIONS[id] ?? PERMISSIONS[name];

  if (LISTS.has(id)) {
    it('lists only what the caller is permitted to read', async () => {
      const restriction = jest.fn(async (_: { name: string }) => RESTRICTION);
      const { answer, inner } = callMethod(name, method, { restriction });
      await answer;
      expect(restriction.mock.calls[0][0].name).toBe(permission);
      expect(inner).toHaveBeenCalledWith(
        expect.objectContaining({ filter: RESTRICTION }),
        expect.anything(),
      );
    });

    it('lists what the caller asks for and is permitted to read', async () => {
      const filter: EntityFilter = { key: 'kind', values: ['component'] };
      const query = { filter, limit: 3 };
      const { answer, inner } = callMethod(
        name,
        method,
        { restriction: async () => RESTRICTION },
        query,
      );
      await answer;
      expect(inner).toHaveBeenCalledWith(
        { ...query, filter: { allOf: [filter, RESTRICTION] } },
        { credentials: mockCredentials.user() },
      );

      const free = callMethod(
        name,
        method,
        { restriction: async () => undefined },
        query,
      );
      await free.answer;
      expect(free.inner).toHaveBeenCalledWith(query, {
        credentials: mockCredentials.user(),
      });
    });
    return;
  }

  it('answers nobody without the permission', async () => {
    const refuse = jest.fn(async (asked: { name: string }) => {
      throw new NotAllowedError(asked.name);
    });
    const { answer, inner } = callMethod(name, method, {
      assertAllowed: refuse,
      assertPermitted: refuse,
    });
    await expect(answer).rejects.toThrow(permission);
    // What belongs to an entity may be read meanwhile.
    const calls = PORTAL_WIDE.has(name) ? inner.mock.calls : [];
    expect(calls).toEqual([]);
  });

  if (PORTAL_WIDE.has(name)) {
    it('answers those who have the permission', async () => {
      const assertPermitted = jest.fn();
      const { answer, inner } = callMethod(name, method, {
        assertPermitted,
        restriction: async () => RESTRICTION,
      });
      await expect(answer).resolves.toBe('the answer');
      const [options] = inner.mock.lastCall!.slice(-1) as unknown[];
      expect(options).toEqual({
        credentials: mockCredentials.user(),
        filter: RESTRICTION,
      });
      expect(assertPermitted).toHaveBeenCalledWith(
        expect.objectContaining({ name: permission }),
        mockCredentials.user(),
      );
    });
    return;
  }

  it('answers those who have the permission on the entity', async () => {
    const assertAllowed = jest.fn();
    await expect(
      callMethod(name, method, { assertAllowed }).answer,
    ).resolves.toBe('the answer');
    expect(assertAllowed).toHaveBeenCalledWith(
      expect.objectContaining({ name: permission }),
      'a',
      mockCredentials.user(),
    );
  });
});

it('tells a refused caller nothing of why the text cannot be read', async () => {
  const service = AuthorizedDocumentsService.create({
    inner: {
      getDocumentText: async () => {
        throw new Error('the text is broken');
      },
    } as never,
    authorizer: {
      // The failure of the text comes first, and waits for this.
      assertAllowed: async () => {
        await new Promise(setImmediate);
        throw new NotAllowedError('refused');
      },
    } as never,
  });
  await expect(
    service.getDocumentText('a', { credentials: mockCredentials.user() }),
  ).rejects.toThrow('refused');
});

it('knows every authorized service', () => {
  const found = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .map(file => path.basename(file, '.ts'))
    .filter(file => /^Authorized\w+$/.test(file));
  expect(found.sort()).toEqual(Object.keys(SERVICES).sort());
});
