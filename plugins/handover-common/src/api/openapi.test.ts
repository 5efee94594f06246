/** @jest-environment node */
import { execFile } from 'child_process';
import { resolve } from 'path';
import { promisify } from 'util';
import { mergeOpenApi } from '../../scripts/mergeOpenApi.mjs';
import type { Alerts } from '../alerts/responses';
import type {
  CompanyCalendarDetails,
  CompanyCalendarList,
} from '../calendars/responses';
import type {
  DeploymentPage,
  EventResults,
  Metrics,
  Promotion,
  RunPage,
} from '../delivery/responses';
import type { GateDecision, WindowOccurrence } from '../gate/types';
import type {
  DocumentHistoryEntry,
  FleetSummary,
  RevisionDiff,
} from '../documents/types';
import type { HandoverEventPage } from '../events/domainEvents';
import type { Exemption, ExemptionBudgets } from '../scorecards/exemptions';
import type { Override, OverridePage } from '../overrides/types';
import type { RequestOverrideRequest } from './client/OverridesApi';
import type {
  InitiativeBurnUp,
  InitiativeDefinition,
  InitiativeDetails,
  InitiativeEntityPage,
  InitiativePage,
} from '../scorecards/initiatives/types';
import type {
  EntityScorecards,
  ScorecardChanges,
  ScorecardPreview,
  ScorecardTrend,
} from '../scorecards/responses';
import type { RollbackTriggers } from '../triggers/responses';
import type { OnCall, OnCallPage } from '../oncall/types';
import type { OpenCheckPage } from '../scorecards/responses';
import type { ScorecardPlanResult } from '../scorecards/planning/types';
import type { RecordDecisionRequest } from './client/GateApi';
import type { PageOnCallRequest } from './client/OnCallApi';
import type { OperationQueries } from './client/queries';
import type { components, operations } from './generated/schema';
import type {
  Coverage,
  DocumentPage,
  DocumentState,
  DocumentSummary,
  GateCalendars,
  GateDecisions,
  Occurrences,
  Page,
  Problem,
  RecordedDecision,
  Revision,
  RevisionSummary,
  ValidationResult,
} from './types';

type Schemas = components['schemas'];

type Query<K extends keyof operations> = NonNullable<
  operations[K]['parameters']['query']
>;

/** The queries of all operations that have one. */
type DescribedQueries = {
  [K in keyof operations as [Query<K>] extends [never] ? never : K]: Query<K>;
};

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Without `readonly`, which the description cannot express. */
type Mutable<T> = T extends object
  ? { -readonly [K in keyof T]: Mutable<T[K]> }
  : T;

/** Fails to compile where the description and the types of the API differ. */
type Agreements = [
  Same<Problem, Schemas['Problem']>,
  Same<HandoverEventPage, Schemas['DomainEventPage']>,
  Same<RecordedDecision, Schemas['RecordedDecision']>,
  Same<RecordDecisionRequest, Schemas['RecordDecisionRequest']>,
  Same<Coverage, Schemas['Coverage']>,
  Same<DocumentSummary, Schemas['DocumentSummary']>,
  Same<DocumentPage, Schemas['DocumentPage']>,
  Same<FleetSummary, Schemas['FleetSummary']>,
  Same<RevisionSummary, Schemas['RevisionSummary']>,
  Same<Page<RevisionSummary>, Schemas['RevisionPage']>,
  Same<DocumentHistoryEntry, Schemas['DocumentHistoryEntry']>,
  Same<Page<DocumentHistoryEntry>, Schemas['DocumentHistoryPage']>,
  Same<Revision, Schemas['Revision']>,
  Same<DocumentState, Schemas['DocumentState']>,
  Same<Mutable<RevisionDiff>, Schemas['RevisionDiff']>,
  Same<ValidationResult, Schemas['ValidationResult']>,
  Same<GateDecision, Schemas['GateDecision']>,
  Same<GateDecisions, Schemas['GateDecisions']>,
  Same<GateCalendars, Schemas['GateCalendars']>,
  Same<WindowOccurrence, Schemas['WindowOccurrence']>,
  Same<Occurrences, Schemas['Occurrences']>,
  Same<CompanyCalendarList, Schemas['CompanyCalendarList']>,
  Same<CompanyCalendarDetails, Schemas['CompanyCalendarDetails']>,
  Same<RunPage, Schemas['RunPage']>,
  Same<DeploymentPage, Schemas['DeploymentPage']>,
  Same<Promotion, Schemas['Promotion']>,
  Same<Metrics, Schemas['Metrics']>,
  Same<Alerts, Schemas['Alerts']>,
  Same<RollbackTriggers, Schemas['RollbackTriggers']>,
  Same<OnCall, Schemas['OnCall']>,
  Same<OnCallPage, Schemas['OnCallPage']>,
  Same<PageOnCallRequest, Schemas['PageOnCallRequest']>,
  Same<ScorecardTrend, Schemas['ScorecardTrend']>,
  Same<ScorecardChanges, Schemas['ScorecardChanges']>,
  Same<ScorecardPreview, Schemas['ScorecardPreview']>,
  Same<Exemption, Schemas['Exemption']>,
  Same<ExemptionBudgets, Schemas['ExemptionBudgets']>,
  Same<Override, Schemas['Override']>,
  Same<OverridePage, Schemas['OverridePage']>,
  Same<RequestOverrideRequest, Schemas['RequestOverrideRequest']>,
  Same<InitiativeDefinition, Schemas['InitiativeDefinition']>,
  Same<InitiativePage, Schemas['InitiativePage']>,
  Same<InitiativeDetails, Schemas['InitiativeDetails']>,
  Same<InitiativeBurnUp, Schemas['InitiativeBurnUp']>,
  Same<InitiativeEntityPage, Schemas['InitiativeEntityPage']>,
  Same<
    EntityScorecards['initiatives'],
    Schemas['EntityScorecards']['initiatives']
  >,
  Same<OpenCheckPage, Schemas['OpenCheckPage']>,
  Same<ScorecardPlanResult, Schemas['ScorecardPlanResult']>,
  Same<EventResults, Schemas['EventResults']>,
  Same<OperationQueries, DescribedQueries>,
];
type AllTrue<T extends readonly boolean[]> = T[number] extends true
  ? true
  : never;

it('describes bodies as the types do', () => {
  const agreed: AllTrue<Agreements> = true;
  expect(agreed).toBe(true);
});

it('has generated files that are up to date', async () => {
  const script = resolve(__dirname, '../../scripts/generate-api.mjs');
  await expect(
    promisify(execFile)(process.execPath, [script, '--check']),
  ).resolves.toMatchObject({ stderr: '' });
}, 60_000);

describe('mergeOpenApi', () => {
  const get = (operationId: string) => ({ get: { operationId } });
  const gate = {
    paths: { '/gate/{name}': get('getGate') },
    components: { schemas: { Gate: { type: 'object' } } },
  };
  const merge = (...documents: object[]) =>
    mergeOpenApi([
      { name: 'api.yaml', document: { openapi: '3.1.0' } },
      { name: 'gate.yaml', document: gate },
      ...documents.map((document, index) => ({
        name: `other${index}.yaml`,
        document,
      })),
    ]);

  it('puts the files of the domains together', () => {
    expect(
      merge({
        paths: {
          '/runs': {
            ...get('getRuns'),
            parameters: [{ $ref: '#/components/parameters/Limit' }],
          },
        },
        components: {
          schemas: { Run: { type: 'string' } },
          parameters: { Limit: {} },
        },
      }),
    ).toEqual({
      openapi: '3.1.0',
      paths: {
        ...gate.paths,
        '/runs': expect.objectContaining(get('getRuns')),
      },
      components: {
        schemas: { ...gate.components.schemas, Run: { type: 'string' } },
        parameters: { Limit: {} },
      },
    });
  });

  it.each<[string, object]>([
    [
      "The path '/gate/{}' is described in both gate.yaml and other0.yaml",
      { paths: { '/gate/{entity}': get('other') } },
    ],
    [
      "The operation 'getGate' is described in both gate.yaml and other0.yaml",
      { paths: { '/other': get('getGate') } },
    ],
    [
      "The component 'schemas/Gate' is described in both gate.yaml and other0.yaml",
      { components: { schemas: { Gate: {} } } },
    ],
    [
      "The field 'openapi' is described in both api.yaml and other0.yaml",
      { openapi: '3.0.0' },
    ],
    [
      "No file describes '#/components/schemas/Gaet'",
      {
        components: {
          schemas: { A: { $ref: '#/components/schemas/Gaet' } },
        },
      },
    ],
    [
      'get /other in other0.yaml has no operationId',
      { paths: { '/other': { get: {} } } },
    ],
  ])('refuses files where %s', (problem, document) => {
    expect(() => merge(document)).toThrow(problem);
  });
});
