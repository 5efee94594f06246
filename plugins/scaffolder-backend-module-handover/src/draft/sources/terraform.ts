import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { linesOf } from '../lines';
import { at, technology } from '../types';
import type { SourceFile } from '../types';

/** A Terraform file: that infrastructure is described with it, and nothing about what. */
export function fromTerraform({ path, text }: SourceFile): Proposal[] {
  const found = linesOf(text).find(each =>
    /^(terraform|provider|resource|module)\b.*\{/.test(each.text),
  );
  return found ? [technology('Terraform', at(path, found.line))] : [];
}
