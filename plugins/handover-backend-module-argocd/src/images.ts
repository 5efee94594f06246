import type { Artifact } from '@backstage-handover/plugin-handover-common';
import { isSame, syncedBy } from './operations';
import type { Application, HistoryEntry } from './schemas';

/** Nothing is being replaced. */
const SETTLED = ['Healthy', 'Degraded', 'Suspended'];

/**
 * The image that the latest deployment put there. Argo CD tells only which
 * images run now; they are those of the latest entry where nothing came after
 * it, nothing is being replaced, and Argo CD has looked since.
 *
 * @param entityName - of the entity, whose image may be named like it
 */
export function imageOfLatest(
  application: Application,
  entityName: string,
): { entry: HistoryEntry; artifact: Artifact } | undefined {
  const { history, operationState, health, reconciledAt, summary } =
    application.status;
  const entry = history?.reduce<HistoryEntry | undefined>(
    (latest, each) =>
      (each.deployedAt ?? '') >= (latest?.deployedAt ?? '') ? each : latest,
    undefined,
  );
  if (
    !entry?.deployedAt ||
    !reconciledAt ||
    reconciledAt <= entry.deployedAt ||
    !SETTLED.includes(health?.status ?? '')
  ) {
    return undefined;
  }
  // A part of it may have been synced again, for example to repair it.
  if (
    operationState &&
    (operationState.phase !== 'Succeeded' ||
      !isSame(syncedBy(operationState), entry))
  ) {
    return undefined;
  }
  const artifact = theImage(summary?.images ?? [], [
    entityName,
    application.metadata.name,
  ]);
  return artifact && { entry, artifact };
}

/**
 * Whether its version is that of an image, also while two versions of it run.
 *
 * @param entityName - of the entity, whose image may be named like it
 */
export function hasImage(
  application: Application,
  entityName: string,
): boolean {
  const images = application.status.summary?.images ?? [];
  const names = new Set(
    images.filter(Boolean).map(image => parseImage(image).name),
  );
  return (
    names.size === 1 ||
    [entityName, application.metadata.name].some(name => names.has(name))
  );
}

/** The only image, or the only one with one of the names. */
function theImage(
  references: readonly string[],
  names: readonly string[],
): Artifact | undefined {
  const images = references.filter(Boolean).map(parseImage);
  if (images.length === 1) {
    return images[0];
  }
  const named = images.filter(({ name }) => names.includes(name));
  return named.length === 1 ? named[0] : undefined;
}

/** @see https://github.com/distribution/reference */
function parseImage(reference: string) {
  const [named, digest = ''] = reference.split('@', 2);
  const last = named.slice(named.lastIndexOf('/') + 1);
  const [name, version] = last.split(':', 2);
  return {
    name,
    ...(version && { version }),
    ...(/^sha256:[0-9a-f]{64}$/.test(digest) && { digest }),
  };
}
