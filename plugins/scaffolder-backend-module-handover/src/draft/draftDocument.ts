import {
  composeProposals,
  formatEvidence,
} from '@backstage-handover/plugin-handover-common/proposals';
import {
  formatPath,
  serializeHandoverDocument,
} from '@backstage-handover/plugin-handover-common/documents';
import type {
  Composed,
  Proposal,
  ProposalConflict,
  ProposedField,
} from '@backstage-handover/plugin-handover-common/proposals';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import {
  checkHandoverDocument,
  scanForSecrets,
} from '@backstage-handover/plugin-handover-common/secrets';
import { InputError } from '@backstage/errors';
import { stringify } from 'yaml';

/** A document with the source of each of its fields. */
export type Draft = {
  document: HandoverDocument;
  fields: ProposedField[];
  /** Where something stood that was left out, and why. No secret is repeated. */
  refused: { from: string; reason: string }[];
  /** What sources leave open, and files that could not be read. */
  unknown: { from: string; reason: string }[];
  /** Where sources disagree. */
  conflicts: ProposalConflict[];
};

/** Longest proposal in characters: a longer text is better read where it is. */
const MAX_LENGTH = 5_000;

/** Most proposals that are looked at; real repositories make fewer than a hundred. */
const MAX_PROPOSALS = 500;

/** What documents are checked with. */
export type DraftOptions = {
  /** Schemes that links may have, without colon. */
  linkSchemes: readonly string[];
  /** Those that are configured. */
  environments?: Environments;
};

/**
 * Makes a valid document of proposals. One that would not be valid, or that holds
 * what looks like a secret, is left out.
 *
 * @throws InputError when so much is proposed that no document can hold it
 */
export async function draftDocument(
  proposals: Proposal[],
  options: DraftOptions,
): Promise<Draft> {
  const refused: Draft['refused'] = [];
  const unknown = await openQuestions(proposals);
  const all = distinct(proposals);
  for (const { evidence } of all.slice(MAX_PROPOSALS, MAX_PROPOSALS + 1)) {
    refused.push({
      from: formatEvidence(evidence),
      reason: `and ${
        all.length - MAX_PROPOSALS - 1
      } more are beyond the ${MAX_PROPOSALS} values that one draft takes from its sources`,
    });
  }
  const candidates = all.slice(0, MAX_PROPOSALS).filter(proposal => {
    const { evidence, ...content } = proposal;
    const isShort = JSON.stringify(content).length <= MAX_LENGTH;
    if (!isShort) {
      refused.push({
        from: formatEvidence(evidence),
        reason: `is longer than ${MAX_LENGTH} characters`,
      });
    }
    return isShort;
  });
  const first = await tryProposals(candidates, options);
  if ('document' in first) {
    return { ...first, refused, unknown };
  }

  const accepted: Proposal[] = [];
  for (const proposal of candidates) {
    const alone = await tryProposals(withOthers(proposal), options);
    if ('document' in alone) {
      accepted.push(proposal);
    } else {
      refused.push({
        from: formatEvidence(proposal.evidence),
        reason: alone.reason,
      });
    }
  }
  const second = await tryProposals(accepted, options);
  if ('document' in second) {
    return { ...second, refused, unknown };
  }

  // Each is right, but not together: files that refer to each other in a circle.
  const third = await tryProposals(accepted.map(withoutPromotion), options);
  if ('document' in third) {
    return {
      ...third,
      refused: [...refused, { from: 'promotion', reason: second.reason }],
      unknown,
    };
  }
  throw new InputError(`No handover could be drafted: ${third.reason}`);
}

/** Most open questions that are named; nobody reads more. */
const MAX_UNKNOWN = 50;

/** Longest reason that is shown. To cut it could show a part of a secret. */
const MAX_REASON = 2_000;

/** A reason may quote a file: what looks like a secret is masked in it. */
async function openQuestions(proposals: Proposal[]): Promise<Draft['unknown']> {
  const found = new Map<string, Draft['unknown'][number]>();
  for (const proposal of proposals) {
    if (proposal.kind === 'unknown') {
      const from = formatEvidence(proposal.evidence);
      found.set(`${from} ${proposal.reason}`, {
        from,
        reason: proposal.reason,
      });
    }
  }
  const questions = [...found.values()];
  const named = questions.slice(0, MAX_UNKNOWN);
  const [left] = questions.slice(MAX_UNKNOWN);
  return [
    ...(await Promise.all(
      named.map(async ({ from, reason }) => ({
        from,
        reason:
          reason.length > MAX_REASON
            ? `has a name of more than ${MAX_REASON} characters`
            : (await scanForSecrets(reason)).redact(reason),
      })),
    )),
    ...(left
      ? [
          {
            from: left.from,
            reason: `and ${
              questions.length - MAX_UNKNOWN
            } more open questions, of which this is the first`,
          },
        ]
      : []),
  ];
}

/** Without what several files say alike: the first of them counts. */
function distinct(proposals: Proposal[]): Proposal[] {
  const byContent = new Map<string, Proposal>();
  for (const proposal of proposals) {
    if (proposal.kind === 'unknown') {
      continue;
    }
    const { evidence, ...content } = proposal;
    const key = JSON.stringify(content);
    if (!byContent.has(key)) {
      byContent.set(key, proposal);
    }
  }
  return [...byContent.values()];
}

async function tryProposals(
  proposals: Proposal[],
  options: DraftOptions,
): Promise<
  Pick<Draft, 'document' | 'fields' | 'conflicts'> | { reason: string }
> {
  const { values, fields, conflicts }: Composed = composeProposals(
    proposals,
    options.environments,
  );
  // Also the text with its layout, in which a secret may look different.
  const checked = await checkHandoverDocument(
    stringify(values, { aliasDuplicateObjects: false }),
    options,
  );
  const { document, problems } = checked.document
    ? await checkHandoverDocument(
        serializeHandoverDocument(checked.document),
        options,
      )
    : checked;
  const problem = problems.find(({ severity }) => severity === 'error');
  return document
    ? { document, fields, conflicts }
    : { reason: problem ? `${problem.path}: ${problem.message}` : 'not valid' };
}

/** An environment that refers to another one needs it there. */
function withOthers(proposal: Proposal): Proposal[] {
  return proposal.kind === 'environment' && proposal.values.promotedFrom
    ? [
        {
          kind: 'environment',
          name: proposal.values.promotedFrom,
          values: {},
          evidence: proposal.evidence,
        },
        proposal,
      ]
    : [proposal];
}

function withoutPromotion(proposal: Proposal): Proposal {
  if (proposal.kind !== 'environment') {
    return proposal;
  }
  const { promotedFrom, ...values } = proposal.values;
  return { ...proposal, values };
}

/** The fields of a draft with their sources, as people read them. */
export function describeFields(
  fields: readonly ProposedField[],
): { path: string; from: string }[] {
  return fields.map(({ path, evidence }) => ({
    path: formatPath(path),
    from: formatEvidence(evidence),
  }));
}
