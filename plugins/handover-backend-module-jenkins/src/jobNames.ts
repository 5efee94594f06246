import type { Entity } from '@backstage/catalog-model';
import { DEFAULT_INSTANCE } from './config';

/** Of Backstage's Jenkins plugin: `[instance:]folder/job`, or several with commas. */
export const ANNOTATION = 'jenkins.io/job-full-name';

export type JobName = { instance: string; fullName: string };

/** An entity has few pipelines; each is a request. */
const MAX_JOBS = 10;

/**
 * The jobs that an entity's annotation names.
 *
 * @throws Error where it names none that could be one.
 */
export function readJobNames(entity: Entity): JobName[] {
  const annotation = entity.metadata.annotations?.[ANNOTATION] ?? '';
  const names = annotation
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  if (names.length > MAX_JOBS) {
    throw new Error(
      `Jenkins: the annotation '${ANNOTATION}' names ${names.length} jobs, at most ${MAX_JOBS} are read`,
    );
  }
  return names.map(name => {
    const colon = name.indexOf(':');
    const fullName = name.slice(colon + 1).replace(/^\/+|\/+$/g, '');
    // A path with dots would leave the folder of the job.
    if (
      !fullName ||
      fullName.split('/').some(part => ['', '.', '..'].includes(part))
    ) {
      throw new Error(
        `Jenkins: the annotation '${ANNOTATION}' must name jobs as 'folder/job' or 'instance:folder/job', not '${name}'`,
      );
    }
    return {
      instance: colon < 0 ? DEFAULT_INSTANCE : name.slice(0, colon),
      fullName,
    };
  });
}

/**
 * The path of a job in Jenkins: `/job/folder/job/name`.
 *
 * @throws Error if a part of the name would make it the path of something else.
 */
export function toJobPath(fullName: string): string {
  const parts = fullName.split('/');
  if (parts.some(part => ['', '.', '..'].includes(part))) {
    throw new Error(`Jenkins: '${fullName}' is not the name of a job`);
  }
  return parts.map(part => `/job/${encodeURIComponent(part)}`).join('');
}
