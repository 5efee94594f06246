import {
  evidenceComments,
  formatEvidence,
} from '@backstage-handover/plugin-handover-common/proposals';
import {
  formatPath,
  codeSpan,
  missingAsMarkdown,
  plainLine,
  writeStarter,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type {
  AuthService,
  DiscoveryService,
  LifecycleService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createDrafter } from '../draft/createDrafter';
import { describeFields } from '../draft/draftDocument';
import { readClusterObjects } from '../draft/readClusterObjects';
import { readSources } from '../draft/readSources';
import { toDraftedEntity } from '../draft/sources/catalogEntity';
import {
  DEFAULT_PATH,
  resolveInWorkspace,
} from '../workspace/resolveInWorkspace';
import { writeNewFile } from '../workspace/writeNewFile';
import { examples } from './draft.examples';

/**
 * `handover:draft`: drafts a document from the workspace and the catalog.
 *
 * @public
 */
export function createHandoverDraftAction(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  discovery: DiscoveryService;
  /** Allowed link schemes, without a colon. */
  linkSchemes: readonly string[];
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
  /** Ends the thread that drafts when the backend stops. */
  lifecycle?: Pick<LifecycleService, 'addShutdownHook'>;
}) {
  const { auth, catalog, discovery, linkSchemes, environments, lifecycle } =
    options;
  const draftFrom = createDrafter({ linkSchemes, environments, lifecycle });
  return createTemplateAction({
    id: 'handover:draft',
    description:
      "Drafts a handover document for an existing service from its repository, its catalog entity and its workloads in Kubernetes. Fetch the repository into the workspace first. Reads README, CODEOWNERS, pipelines of Jenkins, GitHub Actions and GitLab, Kubernetes manifests, Kustomize, Helm, Dockerfile, Terraform, `package.json`, `pom.xml` and `go.mod`. Workloads are included if Backstage's Kubernetes plugin shows them to the user who started the task. Each field has a source, which a comment names. The document lists open questions and each file that could not be read, and its comments list missing fields with the reason why each matters.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity of the service, for example `component:default/orders`. Without it, the draft uses only files.',
            ),
        sourcePath: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              'The folder of the service in the workspace. Default: the workspace itself.',
            ),
        path: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              `Where to write the draft, relative to the workspace. Default: \`${DEFAULT_PATH}\`. Existing files are never overwritten.`,
            ),
        schemaUrl: z =>
          z
            .string()
            .url()
            .optional()
            .describe(
              'The URL of the JSON Schema, for completion and checks in editors: `/api/handover/schema.json` of this portal.',
            ),
      },
      output: {
        path: z => z.string().describe('Where the draft was written.'),
        coverage: z =>
          z
            .number()
            .describe(
              'The share of required fields that are filled in, from 0 to 1.',
            ),
        missing: z =>
          z
            .string()
            .describe('The missing fields by section, as a Markdown list.'),
        unknown: z =>
          z
            .string()
            .describe(
              'Open questions and files that could not be read, as a Markdown list. Empty if there are none.',
            ),
        sources: z =>
          z
            .string()
            .describe(
              'Each proposed field with its source, as a Markdown list, for example for the description of a pull request.',
            ),
      },
    },
    async handler(ctx) {
      // The scaffolder checks inputs, and puts no defaults into them.
      const {
        entityRef,
        sourcePath = '.',
        path = DEFAULT_PATH,
        schemaUrl,
      } = ctx.input;
      const ref = entityRef && completeRef(entityRef);
      // Kept with the task: a second run must not draft something else.
      const entity = ref
        ? await ctx.checkpoint({
            key: `handover.draft.entity.${ref}`,
            fn: async () => {
              const found = await catalog.getEntityByRef(ref, {
                credentials: await ctx.getInitiatorCredentials(),
              });
              if (!found) {
                throw new NotFoundError(`No entity found for '${ref}'`);
              }
              return toDraftedEntity(found);
            },
          })
        : undefined;

      const { files, skipped } = await readSources(
        resolveInWorkspace(ctx.workspacePath, sourcePath),
        { signal: ctx.signal },
      );
      // Kept with the task for the same reason; what runs is never what is missing.
      const live = entity?.isInKubernetes
        ? await ctx.checkpoint({
            key: `handover.draft.live.${entity.ref}`,
            fn: async () => {
              try {
                const { objects, failed } = await readClusterObjects(
                  entity.ref,
                  {
                    auth,
                    discovery,
                    credentials: await ctx.getInitiatorCredentials(),
                    signal: ctx.signal,
                  },
                );
                for (const each of failed) {
                  ctx.logger.warn(plainLine(`Not read: cluster ${each}`));
                }
                return objects;
              } catch (error) {
                ctx.signal?.throwIfAborted();
                ctx.logger.warn(
                  plainLine(
                    `Not read: workloads in Kubernetes, ${
                      toError(error).message
                    }`,
                  ),
                );
                return [];
              }
            },
          })
        : [];
      const draft = await draftFrom({ files, entity, live });
      ctx.signal?.throwIfAborted();
      const { document, fields, refused, conflicts } = draft;
      const unknown = [
        ...skipped.map(({ path: from, reason }) => ({
          from,
          reason: `not read: ${reason}`,
        })),
        ...draft.unknown,
      ].map(({ from, reason }) => ({
        from: plainLine(from),
        reason: plainLine(reason),
      }));
      for (const { from, reason } of unknown) {
        ctx.logger.warn(`Unknown: ${from}, ${reason}`);
      }
      for (const { from, reason } of refused) {
        ctx.logger.warn(plainLine(`Not proposed: ${from}, ${reason}`));
      }

      // Never the values: they could be secrets.
      for (const { path: field, options: said } of conflicts) {
        ctx.logger.info(
          plainLine(
            `Sources disagree about ${formatPath(field)}: ${said
              .map(({ evidence }) => formatEvidence(evidence))
              .join(', ')}`,
          ),
        );
      }

      const { text, coverage } = writeStarter(document, {
        header: [
          'A draft of everything a new owner needs to know about this service. A comment on',
          'each field names its source: check the field, and delete the comment.',
          ...(unknown.length > 0
            ? [
                '',
                'Unknown:',
                ...unknown.map(({ from, reason }) => `- ${from}: ${reason}`),
              ]
            : []),
        ],
        fields: evidenceComments(fields),
        schemaUrl,
      });
      await writeNewFile({ workspacePath: ctx.workspacePath, path, text });
      ctx.logger.info(
        `Wrote ${path}: ${fields.length} fields from ${files.length} files and ${live.length} objects in Kubernetes, ${coverage.covered} of ${coverage.required} required fields are covered`,
      );

      ctx.output('path', path);
      ctx.output('coverage', coverage.ratio);
      ctx.output('missing', missingAsMarkdown(coverage));
      ctx.output(
        'unknown',
        unknown
          .map(({ from, reason }) => `- ${codeSpan(from)}: ${reason}`)
          .join('\n'),
      );
      ctx.output(
        'sources',
        describeFields(fields)
          .map(
            field => `- ${codeSpan(field.path)} from ${codeSpan(field.from)}`,
          )
          .join('\n'),
      );
    },
  });
}

function completeRef(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch (error) {
    throw new InputError(
      `'${plainLine(
        entityRef,
      )}' is not an entity reference such as component:default/orders`,
      error,
    );
  }
}
