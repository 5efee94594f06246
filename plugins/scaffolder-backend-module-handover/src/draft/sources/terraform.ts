import { at } from '../types';
import type { Proposal, SourceFile } from '../types';

/** A Terraform file: that infrastructure is described with it, and nothing about what. */
export function fromTerraform({ path, text }: SourceFile): Proposal[] {
  const line = text
    .split(/\r?\n/)
    .findIndex(each =>
      /^(terraform|provider|resource|module)\b.*\{/.test(each),
    );
  return line < 0
    ? []
    : [
        {
          kind: 'item',
          field: 'environments.technologies',
          value: 'Terraform',
          from: at(path, line + 1),
        },
      ];
}
