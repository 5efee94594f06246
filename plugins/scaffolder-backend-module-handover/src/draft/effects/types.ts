/**
 * What a command or an action does.
 *
 * - `deploys`: changes what runs where users reach it
 * - `publishes`: hands out a package, an image, a release or a site
 * - `uploads`, `invalidates`: a deployment only together
 * - `removes`: takes something down
 * - `asks`: waits until somebody agrees
 * - `local`: starts something that ends with the job
 * - `none`: anything known that is none of these
 * - `opaque`: not known
 */
export type EffectKind =
  | 'deploys'
  | 'publishes'
  | 'uploads'
  | 'invalidates'
  | 'removes'
  | 'asks'
  | 'local'
  | 'none'
  | 'opaque';

/** One thing that a job does. */
export type Effect = {
  kind: EffectKind;
  /** What is published, with its article; what is opaque, as it is called. */
  what?: string;
  /** The environment that the command itself names. */
  environment?: string;
  /** It changes the cluster at hand, which may be one of the job's own. */
  inCluster?: boolean;
};

/** A tool: what it does, by the first arguments that are not options. */
export type Tool = {
  program: RegExp;
  /** The first that matches counts. */
  rules: readonly ToolRule[];
  /** What the other arguments do. */
  otherwise: EffectKind;
  inCluster?: true;
};

/** Arguments without options, all arguments, and what they do together. */
export type ToolRule = {
  args: RegExp;
  /** Looked for in all arguments. */
  options?: RegExp;
  does: EffectKind;
  what?: string;
};
