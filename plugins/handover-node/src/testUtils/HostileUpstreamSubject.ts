import type { Entity } from '@backstage/catalog-model';
import type { PipelineProvider } from '../delivery/PipelineProvider';
import { fetchFrom } from './fetchFrom';

/**
 * What the tests of a hostile system call: a pipeline provider with an entity
 * that it applies to, or any other provider with a function that calls it.
 *
 * @public
 */
export type HostileUpstreamSubject =
  | { provider: PipelineProvider; entity: Entity }
  | {
      provider: { readonly title: string };
      fetch: (options: { signal?: AbortSignal }) => Promise<unknown>;
    };

/** Calls the provider, and gives up when the signal says so. */
export function callSubject(
  subject: HostileUpstreamSubject,
  signal?: AbortSignal,
): Promise<unknown> {
  return 'fetch' in subject
    ? subject.fetch({ ...(signal && { signal }) })
    : fetchFrom(subject.provider, {
        entity: subject.entity,
        ...(signal && { signal }),
      });
}
