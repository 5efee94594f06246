import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Fetch the repository of a service, wherever it is',
    example: stringify({
      steps: [
        {
          id: 'repository',
          name: 'Find the repository',
          action: 'handover:find-repository',
          input: {
            entityRef: '${{ parameters.entityRef }}',
            hosts: ['github', 'gitlab'],
          },
        },
        {
          id: 'fetch',
          name: 'Fetch the repository',
          action: 'fetch:plain',
          input: { url: '${{ steps.repository.output.sourceUrl }}' },
        },
      ],
    }),
  },
];
