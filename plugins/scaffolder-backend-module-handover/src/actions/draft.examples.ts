import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Draft from the repository and open a pull request that lists the source of each field',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the repository',
          action: 'fetch:plain',
          input: { url: '${{ parameters.repository }}', targetPath: 'service' },
        },
        {
          id: 'draft',
          name: 'Draft the handover',
          action: 'handover:draft',
          input: {
            entityRef: '${{ parameters.entityRef }}',
            sourcePath: 'service',
            path: 'change/handover.yaml',
          },
        },
        {
          id: 'propose',
          name: 'Open a pull request',
          action: 'publish:github:pull-request',
          input: {
            repoUrl: '${{ parameters.repoUrl }}',
            branchName: 'add-handover',
            title: 'Add a handover',
            description:
              '${{ steps.draft.output.sources }}\n\nStill missing:\n\n${{ steps.draft.output.missing }}',
            sourcePath: 'change',
          },
        },
      ],
    }),
  },
  {
    description:
      'From files only, for a service that is not in the catalog yet',
    example: stringify({
      steps: [
        {
          id: 'draft',
          name: 'Draft the handover',
          action: 'handover:draft',
        },
      ],
    }),
  },
];
