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
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describeFields, draftDocument } from '../draft/draftDocument';
import { propose } from '../draft/propose';
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
 * `handover:draft`: drafts a document from what is in the workspace and in the
 * catalog.
 *
 * @public
 */
export function createHandoverDraftAction(options: {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  discovery: DiscoveryService;
  /** Schemes that links may have, without colon. */
  linkSchemes: readonly string[];
  /** What the names of environments mean; the built-in ones unless set. */
  environments?: Environments;
}) {
  const { auth, catalog, discovery, linkSchemes, environments } = options;
  return createTemplateAction({
    id: 'handover:draft',
    description:
      "Drafts a handover document for a service that exists, from its repository (fetched into the workspace before) and its catalog entity: README, CODEOWNERS, pipelines of Jenkins, GitHub Actions and GitLab, Kubernetes manifests, Kustomize, Helm, Dockerfile, Terraform, `package.json`, `pom.xml` and `go.mod`; and from what runs of it, where Backstage's Kubernetes plugin shows it to whoever started the task. Each field has a comment that says where it was read, and nothing is proposed that has no source. What the files leave open, and each file that could not be read, is named. What could not be found is named in comments with why it matters.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity of the service, as `component:default/orders`. Without it only files are drafted from.',
            ),
        sourcePath: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              'The folder of the service in the workspace. Default is the workspace itself.',
            ),
        path: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              `Where to write the draft, relative to the workspace. Default \`${DEFAULT_PATH}\`. A file that is already there is never overwritten.`,
            ),
        schemaUrl: z =>
          z
            .string()
            .url()
            .optional()
            .describe(
              'Where editors find the JSON Schema, for completion and checks: `/api/handover/schema.json` of this portal.',
            ),
      },
      output: {
        path: z => z.string().describe('Where the draft was written.'),
        coverage: z =>
          z
            .number()
            .describe('How much of what is required is said, from 0 to 1.'),
        missing: z =>
          z
            .string()
            .describe(
              'What is still to be said, section by section, as a Markdown list.',
            ),
        unknown: z =>
          z
            .string()
            .describe(
              'What the files leave open and which of them could not be read, as a Markdown list. Empty where there is nothing.',
            ),
        sources: z =>
          z
            .string()
            .describe(
              'Each field that is proposed and where it was read, as a Markdown list, for the text of a pull request.',
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
                    `Not read: what runs in Kubernetes, ${
                      toError(error).message
                    }`,
                  ),
                );
                return [];
              }
            },
          })
        : [];
      const draft = await draftDocument(propose(files, entity, live), {
        linkSchemes,
        environments,
      });
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
          'A draft of everything a new owner needs to know about this service. Each field says',
          'where it was read: check it, and delete the remark.',
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
