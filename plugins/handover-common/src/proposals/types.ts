/** Where in a source something stands. */
export type EvidencePlace =
  /** A line of a file, counted from 1. */
  | { line: number }
  /** A field of an entity or an object. */
  | { field: string }
  /** A moment of a talk, in seconds from its start. */
  | { seconds: number };

/** Where a proposed value comes from. */
export type Evidence = {
  /** What was read: the path of a file, an entity reference, an object in a cluster, a talk. */
  source: string;
  /** Where in the source it stands. Absent where the source is one thing. */
  place?: EvidencePlace;
  /** The exact words of the source at that place. Absent where the source has no text. */
  quote?: string;
  /**
   * From 0 to 1: how sure the reader is that the source says this. A reader of
   * files that have a syntax is sure.
   */
  confidence: number;
};

/** Something to do, as `deployment.steps` and `rollback.steps` have it. */
export type ProposedStep = { do: string; command?: string };

/** A field that has one value. */
export type ValueField =
  | 'metadata.entityRef'
  | 'overview.purpose'
  | 'deployment.pipeline'
  | 'deployment.repository'
  | 'deployment.strategy';

/** Lists that several sources add to, and what their elements are. */
export type ListFields = {
  'environments.technologies': string;
  'architecture.links': { title: string; url: string };
  'architecture.dependencies': { entityRef: string } | { name: string };
  'notes.items': { kind: 'shortcut' | 'sharpEdge' | 'history'; text: string };
  'deployment.steps': ProposedStep;
  'deployment.preChecks': string;
  'deployment.postChecks': string;
  'rollback.steps': ProposedStep;
  'failures.items': { symptom: string; fix: string };
  'escalation.contactFor': { topic: string; who: string };
};

/** What one source says about an environment. */
export type EnvironmentValues = {
  /** Name of the Kubernetes cluster. */
  cluster?: string;
  namespace?: string;
  url?: string;
  /** The environment that an artifact comes from. */
  promotedFrom?: string;
  /** How a deployment to it starts. */
  trigger?: 'automatic' | 'manual';
};

/**
 * A value that is proposed for a field of a document, with its evidence; or what
 * a source leaves open, so that nobody takes silence for a no.
 */
export type Proposal = { evidence: Evidence } & (
  | { kind: 'value'; field: ValueField; value: string }
  | {
      [F in keyof ListFields]: { kind: 'item'; field: F; value: ListFields[F] };
    }[keyof ListFields]
  | { kind: 'environment'; name: string; values: EnvironmentValues }
  /** What the source leaves open, or why it could not be read. No field says it. */
  | { kind: 'unknown'; reason: string }
);
