import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'As the first step',
    example: stringify({
      steps: [
        {
          id: 'new',
          name: 'Check that the name is available',
          action: 'handover:assert-new',
          input: { entityRef: 'component:default/${{ parameters.name }}' },
        },
      ],
    }),
  },
];
