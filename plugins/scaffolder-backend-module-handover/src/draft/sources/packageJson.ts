import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { repositoryUrl } from '../repository';
import { at, technology, textField } from '../types';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';

/** package.json: description, repository, and what the service is written in. */
export function fromPackageJson(file: SourceFile): Proposal[] {
  // JSON is YAML, and this reader knows the lines.
  const [root] = readYamlFile(file);
  const description = root?.get('description');
  const repository = root?.get('repository', 'url') ?? root?.get('repository');
  const node = root?.get('engines', 'node');
  const typescript =
    root?.get('devDependencies', 'typescript') ??
    root?.get('dependencies', 'typescript');
  const url = repository?.text && repositoryUrl(repository.text);
  return [
    ...(description?.text?.trim()
      ? [
          textField(
            'overview.purpose',
            description.text.trim(),
            at(file.path, description.line),
          ),
        ]
      : []),
    ...(repository && url
      ? [
          textField(
            'deployment.repository',
            url,
            at(file.path, repository.line),
          ),
        ]
      : []),
    ...(node?.text
      ? [technology(`Node.js ${node.text}`, at(file.path, node.line))]
      : []),
    ...(typescript
      ? [technology('TypeScript', at(file.path, typescript.line))]
      : []),
  ];
}
