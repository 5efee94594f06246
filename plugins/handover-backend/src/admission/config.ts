import type { AdmissionMode } from '@backstage-handover/plugin-handover-common/admission';
import { didYouMean } from '@backstage-handover/plugin-handover-common/environments';
import type { Config } from '@backstage/config';

/** What happens to a workload that belongs to no entity, or to several. */
export type Unmatched = 'allow' | 'deny';

/** How the requests of some namespaces are answered. */
export type AdmissionPolicy = { mode: AdmissionMode; unmatched: Unmatched };

export type ClusterConfig = AdmissionPolicy & {
  /** As handovers write it. */
  name: string;
  /** What the API server sends. Never part of a message. */
  token: string;
  /** The first one whose pattern matches applies, else that of the cluster. */
  namespaces: (AdmissionPolicy & { match: string })[];
};

/** The keys under `handover.admission`. */
export type AdmissionConfig = { clusters: ClusterConfig[] };

const ROOT = 'handover.admission';
const KEY = `${ROOT}.clusters`;
const POLICY_KEYS = ['mode', 'unmatched'];
const MODES: readonly AdmissionMode[] = ['enforce', 'warn', 'audit'];
const UNMATCHED: readonly Unmatched[] = ['allow', 'deny'];

/** One that is easily guessed would let everybody ask. */
const MIN_TOKEN_LENGTH = 32;

/** A segment of a path. */
const NAME = /^[A-Za-z0-9._-]{1,63}$/;
/** The name of a namespace with `*` and `?`. */
const PATTERN = /^[a-z0-9*?-]{1,63}$/;

/**
 * Reads and checks `handover.admission`. A mistake is an error: a misspelt key or
 * mode must not turn the gate off.
 */
export function readAdmissionConfig(config: Config): AdmissionConfig {
  const root = config.getOptionalConfig(ROOT);
  if (root) {
    assertKeys(root, ROOT, ['clusters']);
  }
  const clusters = (config.getOptionalConfigArray(KEY) ?? []).map(
    (cluster, index) => readCluster(cluster, `${KEY}[${index}]`),
  );
  clusters.forEach(({ name, token }, index) => {
    const others = clusters.slice(0, index);
    if (others.some(other => other.name.toLowerCase() === name.toLowerCase())) {
      throw new Error(
        `Invalid name at '${KEY}[${index}].name': '${name}' is already used`,
      );
    }
    if (others.some(other => other.token === token)) {
      throw new Error(
        `Invalid token at '${KEY}[${index}].token': another cluster has the same`,
      );
    }
  });
  return { clusters };
}

function readCluster(config: Config, path: string): ClusterConfig {
  assertKeys(config, path, ['name', 'token', 'namespaces', ...POLICY_KEYS]);
  const name = config.getString('name');
  if (!NAME.test(name)) {
    throw new Error(
      `Invalid name at '${path}.name': must be 1 to 63 letters, digits, dots, dashes or underscores, not '${name}'`,
    );
  }
  const token = config.getString('token');
  if (token.length < MIN_TOKEN_LENGTH || /\s/.test(token)) {
    throw new Error(
      `Invalid token at '${path}.token': must have at least ${MIN_TOKEN_LENGTH} characters and no spaces`,
    );
  }
  const policy = readPolicy(config, path, { mode: 'audit' });
  const namespaces = (config.getOptionalConfigArray('namespaces') ?? []).map(
    (entry, index) => {
      const at = `${path}.namespaces[${index}]`;
      assertKeys(entry, at, ['match', ...POLICY_KEYS]);
      const match = entry.getString('match');
      if (!PATTERN.test(match)) {
        throw new Error(
          `Invalid pattern at '${at}.match': must be the name of a namespace, in which * and ? can be used, not '${match}'`,
        );
      }
      return { match, ...readPolicy(entry, at, policy) };
    },
  );
  return {
    name,
    token,
    ...withDefault(policy),
    namespaces: namespaces.map(each => ({ ...each, ...withDefault(each) })),
  };
}

/** As it is written: without `unmatched`, the mode decides. */
type WrittenPolicy = Pick<AdmissionPolicy, 'mode'> & Partial<AdmissionPolicy>;

/** What is enforced must not be left by a workload that belongs to nobody. */
function withDefault({ mode, unmatched }: WrittenPolicy): AdmissionPolicy {
  return {
    mode,
    unmatched: unmatched ?? (mode === 'enforce' ? 'deny' : 'allow'),
  };
}

function assertKeys(
  config: Config,
  path: string,
  known: readonly string[],
): void {
  const wrong = config.keys().find(key => !known.includes(key));
  if (wrong !== undefined) {
    throw new Error(
      `Unknown key at '${path}.${wrong}'${
        didYouMean(wrong, known) || `; known keys are ${known.join(', ')}`
      }`,
    );
  }
}

function readPolicy(
  config: Config,
  path: string,
  fallback: WrittenPolicy,
): WrittenPolicy {
  const read = <T extends string, D extends T | undefined>(
    key: string,
    values: readonly T[],
    otherwise: D,
  ): T | D => {
    const text = config.getOptionalString(key);
    const value = values.find(each => each === text);
    if (text !== undefined && value === undefined) {
      throw new Error(
        `Invalid value at '${path}.${key}': must be one of ${values.join(
          ', ',
        )}, not '${text}'`,
      );
    }
    return value ?? otherwise;
  };
  return {
    mode: read('mode', MODES, fallback.mode),
    unmatched: read('unmatched', UNMATCHED, fallback.unmatched),
  };
}
