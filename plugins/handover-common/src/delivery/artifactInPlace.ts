import { sameArtifact } from '../artifacts/sameArtifact';
import { isSameName, nameOf } from '../artifacts/artifactName';
import type { Artifact } from '../artifacts/Artifact';
import type { Deployment } from './types';

/**
 * Whether an artifact is in an environment.
 *
 * @alpha
 */
export type ArtifactInPlace =
  | { found: 'nothing' }
  | {
      /**
       * `different`: another artifact or version is there. `unknown`: it cannot
       * be compared with what is there. `ambiguous`: several artifacts are there,
       * and only some are the same.
       */
      found: 'same' | 'different' | 'unknown' | 'ambiguous';
      /** What it was compared with. */
      deployment: Deployment;
    };

/**
 * Compares an artifact with what is in place by its name. An artifact without a
 * name is compared with everything that is there.
 *
 * @param deployments - Successful and removed deployments into the environment,
 *   the latest first.
 *
 * @alpha
 */
export function artifactInPlace(
  deployments: readonly Deployment[],
  artifact: Artifact,
): ArtifactInPlace {
  const inPlace = lastOfEach(deployments);
  if (inPlace.length === 0) {
    return { found: 'nothing' };
  }
  const { digest } = artifact;
  const identical =
    digest &&
    inPlace.find(
      each => sameArtifact({ digest }, each.artifact ?? {}) === 'same',
    );
  if (identical) {
    return { found: 'same', deployment: identical };
  }
  const ofName = inPlace.filter(each => isSameName(artifact, each.artifact));
  if (ofName.length === 0) {
    return { found: 'different', deployment: inPlace[0] };
  }
  // The latest one counts if the request says which artifact it is.
  const compared = nameOf(artifact) ? ofName.slice(0, 1) : ofName;
  const [first, ...others] = compared.map(each =>
    sameArtifact(artifact, each.artifact ?? {}),
  );
  return {
    found: others.every(each => each === first) ? first : 'ambiguous',
    deployment: compared[0],
  };
}

/** The last deployment of each artifact that was not removed since. */
function lastOfEach(deployments: readonly Deployment[]): Deployment[] {
  const seen = new Set<string | undefined>();
  const last: Deployment[] = [];
  for (const deployment of deployments) {
    const name = nameOf(deployment.artifact);
    if (deployment.outcome === 'removed') {
      if (name === undefined) {
        // Everything was.
        return last;
      }
      seen.add(name);
    } else if (!seen.has(name)) {
      seen.add(name);
      last.push(deployment);
    }
  }
  return last;
}
