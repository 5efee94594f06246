import { draftDocument } from './draftDocument';
import type { Draft, DraftOptions } from './draftDocument';
import { propose } from './propose';
import type { ProposeOptions } from './propose';
import type { DraftedEntity } from './sources/catalogEntity';
import type { ClusterObject } from './sources/clusterObjects';
import type { SourceFile } from './types';

/** This module, for a thread that loads it. */
export const DRAFT_MODULE = __filename;

/** What is drafted from. */
export type DraftInput = {
  /** Shallow ones first. */
  files: SourceFile[];
  entity?: DraftedEntity;
  /** What runs. */
  live: ClusterObject[];
};

/** Makes a valid document of what files, the catalog entity and what runs say. */
export async function draftFiles(
  { files, entity, live }: DraftInput,
  { effort, ...options }: DraftOptions & ProposeOptions,
): Promise<Draft> {
  return draftDocument(propose(files, entity, live, { effort }), options);
}
