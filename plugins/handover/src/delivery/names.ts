import type { Deployment } from '@backstage-handover/plugin-handover-common';

/** What a deployment is called: its version, or else what is known of it. */
export function versionOf({ artifact, commit, id }: Deployment): string {
  return artifact?.version ?? artifact?.name ?? commit?.slice(0, 12) ?? id;
}

/** The number of a run. The place where it ran may stand before it. */
export function runNumber(runId: string): string | undefined {
  return /(?:^|[#/])(\d{1,12})$/.exec(runId)?.[1];
}
