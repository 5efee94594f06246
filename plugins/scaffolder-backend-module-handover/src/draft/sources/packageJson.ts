import { repositoryUrl } from '../repository';
import { at } from '../types';
import type { Proposal, SourceFile } from '../types';
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
          {
            kind: 'text' as const,
            field: 'overview.purpose' as const,
            value: description.text.trim(),
            from: at(file.path, description.line),
          },
        ]
      : []),
    ...(repository && url
      ? [
          {
            kind: 'text' as const,
            field: 'deployment.repository' as const,
            value: url,
            from: at(file.path, repository.line),
          },
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

function technology(value: string, from: string): Proposal {
  return { kind: 'item', field: 'environments.technologies', value, from };
}
