import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'From the values of a form, and values that are the same for every service',
    example: stringify({
      steps: [
        {
          id: 'handover',
          name: 'Write the handover',
          action: 'handover:create',
          input: {
            entityRef: 'component:default/${{ parameters.name }}',
            document: {
              metadata: {
                entityRef: 'component:default/${{ parameters.name }}',
                tier: '${{ parameters.tier }}',
              },
              overview: {
                purpose: '${{ parameters.description }}',
                criticality: '${{ parameters.criticality }}',
              },
              environments: {
                items: [
                  { name: 'staging' },
                  { name: 'production', promotedFrom: 'staging' },
                ],
              },
              escalation: {
                levels: [
                  {
                    who: 'Platform on-call',
                    how: '[On-call channel](https://chat.example.com/on-call)',
                    respondWithin: 'PT15M',
                  },
                ],
              },
            },
          },
        },
      ],
    }),
  },
  {
    description:
      'In its own folder, with completion in editors and a list of missing fields at the end of the task',
    example: stringify({
      steps: [
        {
          id: 'handover',
          name: 'Write the handover',
          action: 'handover:create',
          input: {
            path: 'docs/handover.yaml',
            schemaUrl: 'https://portal.example.com/api/handover/schema.json',
            document: {
              overview: { purpose: 'Keeps the price of every article.' },
              resilience: {
                notApplicable: 'A cache that is filled again within a minute.',
              },
            },
          },
        },
      ],
      output: {
        text: [
          {
            title: 'Still missing',
            content: '${{ steps.handover.output.missing }}',
          },
        ],
      },
    }),
  },
];
