import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { Proposal } from '@backstage-handover/plugin-handover-common/proposals';
import { environmentOfPath } from '../environmentNames';
import { at, technology, textField } from '../types';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';

/** What `helm create` writes, which says nothing about the service. */
const DEFAULT_DESCRIPTION = 'A Helm chart for Kubernetes';

/** Chart.yaml: that it is installed with Helm, and the charts it brings along. */
export function fromHelmChart(file: SourceFile): Proposal[] {
  const [root] = readYamlFile(file);
  const name = root?.get('name');
  if (!root || !name?.text || !root.get('apiVersion')) {
    return [];
  }
  const description = root.get('description');
  return [
    technology(`Helm, chart ${codeSpan(name.text)}`, at(file.path, name.line)),
    ...(description?.text && description.text.trim() !== DEFAULT_DESCRIPTION
      ? [
          textField(
            'overview.purpose',
            description.text.trim(),
            at(file.path, description.line),
          ),
        ]
      : []),
    ...(root.get('dependencies')?.items() ?? []).flatMap(
      (dependency): Proposal[] => {
        const chart = dependency.get('name');
        return chart?.text
          ? [
              {
                kind: 'item',
                field: 'architecture.dependencies',
                value: { name: chart.text },
                evidence: at(file.path, chart.line),
              },
            ]
          : [];
      },
    ),
  ];
}

/** `values-production.yaml`, `production/values.yaml`: an environment of its own. */
export function fromHelmValues({ path }: SourceFile): Proposal[] {
  const name = environmentOfPath(path.replace(/values[.-]([^/]+)$/, '$1'));
  return name
    ? [{ kind: 'environment', name, values: {}, evidence: at(path, 1) }]
    : [];
}
