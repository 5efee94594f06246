import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';

/** `handoverEnvironments`: the environments of a document from their names. */
export const handoverEnvironments = createTemplateFilter({
  id: 'handoverEnvironments',
  description:
    'Makes `environments.items` of a handover from the names of environments in the order of promotion, each promoted from the one before. With the name of a service, each has the namespace `<service>-<environment>`.',
  examples: [
    {
      description: 'With namespaces',
      example:
        "${{ ['staging', 'production'] | handoverEnvironments('orders') }}",
    },
  ],
  schema: z =>
    z
      .function()
      .args(z.array(z.string()), z.string().optional())
      .returns(
        z.array(
          z.object({
            name: z.string(),
            namespace: z.string().optional(),
            promotedFrom: z.string().optional(),
          }),
        ),
      ),
  filter: (names: string[], service?: string) =>
    names.map((name, index) => ({
      name,
      ...(service ? { namespace: `${service}-${name}` } : {}),
      ...(index > 0 ? { promotedFrom: names[index - 1] } : {}),
    })),
});

/** `handoverTriggers`: which environments a pipeline deploys to by itself. */
export const handoverTriggers = createTemplateFilter({
  id: 'handoverTriggers',
  description:
    'Makes `deployment.trigger` of a handover from the names of environments in the order of promotion: the last is deployed to by hand, the others by themselves.',
  examples: [
    {
      description: 'Production by hand',
      example: "${{ ['staging', 'production'] | handoverTriggers }}",
    },
  ],
  schema: z =>
    z
      .function()
      .args(z.array(z.string()))
      .returns(z.record(z.enum(['automatic', 'manual']))),
  filter: (names: string[]) =>
    Object.fromEntries(
      names.map((name, index) => [
        name,
        index === names.length - 1
          ? ('manual' as const)
          : ('automatic' as const),
      ]),
    ),
});
