import type { HandoverDocument } from '../../documents/schema';
import type { Environments } from '../../environments/Environments';
import { entityEnvironments } from '../../gate/environments';
import { appliesTo, whyUnreadable } from '../../gate/relevance';
import type { FactDefinition, FactType, FactValue } from './types';

const INT: FactType = { kind: 'int' };

/** Days that the facts of the gate look back at least, in whole UTC days. */
export const DECISION_DAYS = 90;

/** Facts from the decisions that pipelines had recorded, and from windows. */
export const GATE_FACTS: readonly FactDefinition[] = [
  {
    name: 'gate.productionDecisions',
    type: INT,
    basis: 'observed',
    description: `Decisions about deployments and rollbacks in production that were recorded in the last ${DECISION_DAYS} days.`,
  },
  {
    name: 'gate.openProductionDecisions',
    type: INT,
    basis: 'observed',
    description: 'Number of those decisions that were open.',
  },
  {
    name: 'gate.daysSinceProductionDecision',
    type: INT,
    basis: 'observed',
    description:
      'Whole days since the last of those decisions. Missing if there is none.',
  },
  {
    name: 'gate.productionWindows',
    type: INT,
    basis: 'declared',
    description:
      'Number of windows in the handover that apply to deployments to production.',
  },
];

/**
 * The decisions about deployments and rollbacks in one environment that were
 * recorded in at least the last `DECISION_DAYS`.
 *
 * @alpha
 */
export type DecisionCount = {
  environment: string;
  total: number;
  open: number;
  last: Date;
};

/**
 * What the gate knows about an entity.
 *
 * @alpha
 */
export type GateFactInput = {
  decisions: readonly DecisionCount[];
  /**
   * The environment in which its deployments to production are counted. Absent
   * if it has none.
   */
  production?: string;
  /** Its document, if there is one, or why that is not known. */
  handover: { document?: HandoverDocument } | { missing: string };
  /** Those that are configured. */
  environments: Environments;
};

/** The values of `GATE_FACTS` for an entity. */
export function gateFactValues(
  input: GateFactInput,
  now: Date,
): [name: string, value: FactValue][] {
  const decisions = inProduction(input);
  const sum = (column: 'total' | 'open'): FactValue => ({
    value: decisions.reduce((total, each) => total + each[column], 0),
  });
  const last = Math.max(...decisions.map(each => each.last.getTime()));
  return [
    ['gate.productionDecisions', sum('total')],
    ['gate.openProductionDecisions', sum('open')],
    [
      'gate.daysSinceProductionDecision',
      decisions.length > 0
        ? {
            // The clock of another replica can be ahead.
            value: Math.max(0, Math.floor((now.getTime() - last) / 86_400_000)),
          }
        : {
            missing: `no decision about production was recorded in the last ${DECISION_DAYS} days`,
          },
    ],
    ['gate.productionWindows', countWindows(input)],
  ];
}

/**
 * Those about the environment whose deployments are counted: decisions about
 * another one must not make up for missing ones. Without deployments, those
 * about every environment that counts as production. Choosing one of the names
 * that were asked for would let a stray decision hide all others.
 */
function inProduction({
  decisions,
  production,
  environments,
}: GateFactInput): DecisionCount[] {
  return decisions.filter(({ environment }) =>
    production === undefined
      ? environments.productionAmong([environment]) !== undefined
      : environments.isSame(environment, production),
  );
}

function countWindows({ handover, environments }: GateFactInput): FactValue {
  if ('missing' in handover) {
    return handover;
  }
  const { document } = handover;
  const windows = document?.windows?.items ?? [];
  if (windows.length === 0) {
    return { value: 0 };
  }
  const documented = document?.environments?.items;
  const named = entityEnvironments(environments, { documented, windows });
  const known = environments.with(named);
  const production = known.productionAmong(
    named.length > 0 ? named : environments.assumed,
  );
  if (production === undefined) {
    return { missing: 'it is not known which environment is production' };
  }
  const environment = known.resolve(production);
  try {
    return {
      value: windows.filter(each => appliesTo(each, environment, 'deploy'))
        .length,
    };
  } catch (error) {
    return { missing: `a window can't be read: ${whyUnreadable(error)}` };
  }
}
