import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import type { HandoverService } from '../service/HandoverService';
import { handoverServiceRef } from '../service/handoverServiceRef';

/**
 * Responses of the methods of a mock, by domain.
 *
 * @public
 */
export type HandoverServiceMockResponses = {
  [Domain in keyof HandoverService]?: Partial<HandoverService[Domain]>;
};

/**
 * A `HandoverService` whose methods are Jest mocks, and the factory that
 * provides it.
 *
 * @public
 */
export type HandoverServiceMock = {
  readonly [Domain in keyof HandoverService]: jest.Mocked<
    HandoverService[Domain]
  >;
} & { readonly factory: ServiceFactory<HandoverService> };

/**
 * Mocks of `handoverServiceRef` for tests of other plugins and modules.
 *
 * @public
 */
export const handoverServiceMock = {
  /**
   * Creates a service whose methods are Jest mocks. A method without a response
   * rejects, so that unexpected calls fail the test.
   */
  mock(responses: HandoverServiceMockResponses = {}): HandoverServiceMock {
    const service = {
      documents: mocked('documents', responses.documents),
      gate: mocked('gate', responses.gate),
      calendars: mocked('calendars', responses.calendars),
      delivery: mocked('delivery', responses.delivery),
      alerts: mocked('alerts', responses.alerts),
      triggers: mocked('triggers', responses.triggers),
      onCall: mocked('onCall', responses.onCall),
      scorecards: mocked('scorecards', responses.scorecards),
      exemptions: mocked('exemptions', responses.exemptions),
      overrides: mocked('overrides', responses.overrides),
      initiatives: mocked('initiatives', responses.initiatives),
      events: mocked('events', responses.events),
    };
    return { ...service, factory: toFactory(service) };
  },

  /** Creates the factory of a mock, for example for `startTestBackend`. */
  factory(
    responses?: HandoverServiceMockResponses,
  ): ServiceFactory<HandoverService> {
    return this.mock(responses).factory;
  },
};

/** A domain with these responses; the mocks of its other methods are made when they are first used. */
function mocked<Domain extends keyof HandoverService>(
  domain: Domain,
  responses: Partial<HandoverService[Domain]> = {},
): jest.Mocked<HandoverService[Domain]> {
  const mocks = new Map<string, jest.Mock>(
    Object.entries(responses).map(([method, response]) => [
      method,
      jest.fn(response as (...args: unknown[]) => unknown),
    ]),
  );
  return new Proxy({} as jest.Mocked<HandoverService[Domain]>, {
    get(_target, method) {
      // A promise must not take a domain for another promise.
      if (typeof method !== 'string' || method === 'then') {
        return undefined;
      }
      const mock =
        mocks.get(method) ??
        jest.fn(async () => {
          throw new Error(
            `handoverServiceMock has no response for ${domain}.${method}`,
          );
        });
      mocks.set(method, mock);
      return mock;
    },
  });
}

function toFactory(service: HandoverService): ServiceFactory<HandoverService> {
  return createServiceFactory({
    service: handoverServiceRef,
    deps: {},
    factory: () => service,
  });
}
