import { createTemplateFilter } from '@backstage/plugin-scaffolder-node/alpha';

/** `handoverEnvironments`: the environments of a document from their names. */
export const handoverEnvironments = createTemplateFilter({
  id: 'handoverEnvironments',
  description:
    'Returns `environments.items` of a handover from the names of environments in the order of promotion. Each is promoted from the one before. If you pass the name of a service, each environment has the namespace `<service>-<environment>`.',
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
    'Returns `deployment.trigger` of a handover from the names of environments in the order of promotion: `manual` for the last environment, `automatic` for the others.',
  examples: [
    {
      description: 'With manual deployments to production',
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
