import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { linesOf } from '../lines';
import { repositoryOfModule } from '../repository';
import { at, technology, textField } from '../types';
import type { SourceFile } from '../types';

/** go.mod: the version of Go, and the repository that the module path names. */
export function fromGoMod({ path, text }: SourceFile): Proposal[] {
  return linesOf(text).flatMap(({ text: each, line }): Proposal[] => {
    const evidence = at(path, line);
    const version = /^go\s+(\d+(?:\.\d+)+)\s*(\/\/.*)?$/.exec(each)?.[1];
    const module = /^module\s+"?([^\s"]+)"?/.exec(each)?.[1];
    const repository = module && repositoryOfModule(module);
    return [
      ...(version ? [technology(`Go ${version}`, evidence)] : []),
      ...(repository
        ? [textField('deployment.repository', repository, evidence)]
        : []),
    ];
  });
}
