/** @jest-environment node */
import { execFile } from 'child_process';
import { resolve } from 'path';
import { promisify } from 'util';
import type {
  DeploymentPage,
  EventResults,
  Metrics,
  Promotion,
  RunPage,
} from '../delivery/responses';
import type { GateDecision, WindowOccurrence } from '../gate/types';
import type { RevisionDiff } from '../documents/types';
import type { components } from './generated/schema';
import type {
  Coverage,
  DocumentState,
  DocumentSummary,
  GateDecisions,
  Occurrences,
  Page,
  Problem,
  Revision,
  RevisionSummary,
  ValidationResult,
} from './types';

type Schemas = components['schemas'];

// The document has a schema of its own; in the description it is an object.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Fails to compile where the description and the types of the API differ. */
type Agreements = [
  Same<Problem, Schemas['Problem']>,
  Same<Coverage, Schemas['Coverage']>,
  Same<
    Omit<DocumentSummary, 'document'>,
    Omit<Schemas['DocumentSummary'], 'document'>
  >,
  Same<keyof Page<DocumentSummary>, keyof Schemas['DocumentPage']>,
  Same<RevisionSummary, Schemas['RevisionSummary']>,
  Same<Page<RevisionSummary>, Schemas['RevisionPage']>,
  Same<Omit<Revision, 'document'>, Omit<Schemas['Revision'], 'document'>>,
  Same<
    Omit<DocumentState, 'document'>,
    Omit<Schemas['DocumentState'], 'document'>
  >,
  Same<keyof RevisionDiff, keyof Schemas['RevisionDiff']>,
  Same<ValidationResult, Schemas['ValidationResult']>,
  Same<GateDecision, Schemas['GateDecision']>,
  Same<GateDecisions, Schemas['GateDecisions']>,
  Same<WindowOccurrence, Schemas['WindowOccurrence']>,
  Same<Occurrences, Schemas['Occurrences']>,
  Same<RunPage, Schemas['RunPage']>,
  Same<DeploymentPage, Schemas['DeploymentPage']>,
  Same<Promotion, Schemas['Promotion']>,
  Same<Metrics, Schemas['Metrics']>,
  Same<EventResults, Schemas['EventResults']>,
];
type AllTrue<T extends readonly boolean[]> = T[number] extends true
  ? true
  : never;

it('describes the bodies as the types do', () => {
  const agreed: AllTrue<Agreements> = true;
  expect(agreed).toBe(true);
});

it('has generated files that are current', async () => {
  const script = resolve(__dirname, '../../scripts/generate-api.mjs');
  await expect(
    promisify(execFile)(process.execPath, [script, '--check']),
  ).resolves.toMatchObject({ stderr: '' });
}, 60_000);
