import { repositoryOfModule } from '../repository';
import { at } from '../types';
import type { Proposal, SourceFile } from '../types';

/** go.mod: the version of Go, and the repository that the module path names. */
export function fromGoMod({ path, text }: SourceFile): Proposal[] {
  return text.split(/\r?\n/).flatMap((line, index): Proposal[] => {
    const from = at(path, index + 1);
    const version = /^go\s+(\d+(?:\.\d+)+)\s*(\/\/.*)?$/.exec(line)?.[1];
    const module = /^module\s+"?([^\s"]+)"?/.exec(line)?.[1];
    const repository = module && repositoryOfModule(module);
    return [
      ...(version
        ? [
            {
              kind: 'item' as const,
              field: 'environments.technologies' as const,
              value: `Go ${version}`,
              from,
            },
          ]
        : []),
      ...(repository
        ? [
            {
              kind: 'text' as const,
              field: 'deployment.repository' as const,
              value: repository,
              from,
            },
          ]
        : []),
    ];
  });
}
