import type {
  Evidence,
  Proposal,
  ValueField,
} from '@backstage-handover/plugin-handover-common/proposals';

/** A text file of the workspace. */
export type SourceFile = {
  /** Relative to the folder that is drafted from, with slashes. */
  path: string;
  text: string;
};

/** Where a file says something. Lines count from 1. */
export function at(path: string, line: number): Evidence {
  return { source: path, place: { line }, confidence: 1 };
}

/** Something that a service is built or run with. */
export function technology(value: string, evidence: Evidence): Proposal {
  return { kind: 'item', field: 'environments.technologies', value, evidence };
}

/** A value for a text field. */
export function textField(
  field: ValueField,
  value: string,
  evidence: Evidence,
): Proposal {
  return { kind: 'value', field, value, evidence };
}

/** Something that a source leaves open, or that could not be read. */
export function unknown(reason: string, evidence: Evidence): Proposal {
  return { kind: 'unknown', reason, evidence };
}
