import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check the document that the template rendered',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the handover',
          action: 'handover:validate',
        },
      ],
    }),
  },
  {
    description: 'In another folder, and only for this component',
    example: stringify({
      steps: [
        {
          id: 'check',
          name: 'Check the handover',
          action: 'handover:validate',
          input: {
            path: 'docs/handover.yaml',
            entityRef: 'component:default/${{ parameters.name }}',
          },
        },
      ],
    }),
  },
];
