import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Before anything else',
    example: stringify({
      steps: [
        {
          id: 'new',
          name: 'See that the name is free',
          action: 'handover:assert-new',
          input: { entityRef: 'component:default/${{ parameters.name }}' },
        },
      ],
    }),
  },
];
