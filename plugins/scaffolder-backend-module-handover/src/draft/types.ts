/** A text file of the workspace. */
export type SourceFile = {
  /** Relative to the folder that is drafted from, with slashes. */
  path: string;
  text: string;
};

/** Something to do, as `deployment.steps` and `rollback.steps` have it. */
export type Step = { do: string; command?: string };

/** A text field that is said once: the first proposal for it counts. */
export type TextField =
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
  'deployment.steps': Step;
  'deployment.preChecks': string;
  'deployment.postChecks': string;
  'rollback.steps': Step;
  'failures.items': { symptom: string; fix: string };
  'escalation.contactFor': { topic: string; who: string };
};

/** What one source knows about an environment. */
export type EnvironmentFacts = {
  /** Name of the Kubernetes cluster. */
  cluster?: string;
  namespace?: string;
  url?: string;
  /** The environment that an artifact comes from. */
  promotedFrom?: string;
  /** How a deployment to it starts. */
  trigger?: 'automatic' | 'manual';
};

/** One value for a document, and where it stands. */
export type Proposal = {
  /**
   * Where it was read, for people: `Jenkinsfile:12`,
   * `component:default/orders spec.dependsOn[0]`.
   */
  from: string;
} & (
  | { kind: 'text'; field: TextField; value: string }
  | {
      [F in keyof ListFields]: { kind: 'item'; field: F; value: ListFields[F] };
    }[keyof ListFields]
  | { kind: 'environment'; name: string; facts: EnvironmentFacts }
);

/** Where a file says something. Lines count from 1. */
export function at(path: string, line: number): string {
  return `${path}:${line}`;
}

/** Something that a service is built or run with. */
export function technology(value: string, from: string): Proposal {
  return { kind: 'item', field: 'environments.technologies', value, from };
}

/** A value for a text field. */
export function textField(
  field: TextField,
  value: string,
  from: string,
): Proposal {
  return { kind: 'text', field, value, from };
}
