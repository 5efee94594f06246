import {
  coverageOf,
  reviewState,
} from '@backstage-handover/plugin-handover-common/documents';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import type { ScopedEntity } from '@backstage-handover/plugin-handover-common/entities';
import {
  DOCUMENT_FACTS,
  type FactValue,
  catalogFactValues,
  documentFactValues,
  factSchema,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import path from 'node:path';
import { findFiles } from '../io/findFiles';
import { parseOptions } from '../io/parseOptions';
import type { DocumentOptions } from '../io/parseOptions';
import {
  type DescribedEntity,
  mainEntity,
  readCatalogInfo,
} from '../io/readCatalogInfo';
import { readText } from '../io/readText';
import { fullRef, toScopedEntity } from './scopedEntity';

/** A service whose handover is in a folder. */
export type Service = {
  entity: ScopedEntity;
  /** Whether its catalog entity is known, and not only its name. */
  described: boolean;
  facts: ReadonlyMap<string, FactValue>;
};

/** What a folder tells of services, and what it does not. */
export type Services = {
  services: Service[];
  /** Handovers that are left out or of which little is known, and why. */
  remarks: string[];
};

type Found = {
  file: string;
  document?: HandoverDocument;
  problems: number;
  entities: DescribedEntity[];
};

/**
 * Reads every `handover.yaml` in a folder, and the `catalog-info.yaml` beside
 * each. Throws a CommandError if there is none, or one cannot be read.
 */
export async function readServices(
  folder: string,
  options: DocumentOptions & { now: Date },
): Promise<Services> {
  const { files, problems } = await findFiles([folder]);
  if (problems.length > 0) {
    throw problems[0];
  }
  const found: Found[] = [];
  for (const file of files) {
    const checked = await checkHandoverDocument(
      await readText(file),
      parseOptions(options),
    );
    found.push({
      file,
      document: checked.document,
      problems: checked.problems.length,
      entities: await readCatalogInfo(path.dirname(file)),
    });
  }
  const all = new Map(
    found.flatMap(({ entities }) => entities.map(each => [each.ref, each])),
  );
  const byRef = new Map<string, Service>();
  const remarks: string[] = [];
  for (const each of found) {
    const service = toService(each, { all, now: options.now });
    if (!service) {
      remarks.push(
        `'${each.file}' is left out: neither it nor a catalog-info.yaml beside it names one entity`,
      );
    } else if (byRef.has(service.entity.entityRef)) {
      remarks.push(
        `'${each.file}' is left out: another handover is about '${service.entity.entityRef}' too`,
      );
    } else {
      byRef.set(service.entity.entityRef, service);
      if (!each.document) {
        remarks.push(
          `'${each.file}' is not a valid handover, so most facts of '${service.entity.entityRef}' are missing`,
        );
      }
    }
  }
  return { services: [...byRef.values()], remarks };
}

function toService(
  { document, problems, entities }: Found,
  { all, now }: { all: ReadonlyMap<string, DescribedEntity>; now: Date },
): Service | undefined {
  const named = document?.metadata?.entityRef;
  const ref =
    named && fullRef(named, { kind: 'component', namespace: 'default' });
  const described = ref
    ? entities.find(each => each.ref === ref)
    : mainEntity(entities);
  const tier = document?.metadata?.tier;
  const entity = described
    ? toScopedEntity(described, { tier, others: all })
    : ref && nameOnly(ref, tier);
  if (!entity) {
    return undefined;
  }
  const facts = new Map<string, FactValue>(
    factSchema().definitions.map(({ name }) => [
      name,
      { missing: 'only the portal knows it' },
    ]),
  );
  const known = [
    ...documentFacts(document, { problems, now }),
    ...(described ? catalogFacts(entity, all) : []),
  ];
  known.forEach(([name, fact]) => facts.set(name, fact));
  return { entity, described: described !== undefined, facts };
}

function nameOnly(ref: string, tier: number | undefined): ScopedEntity {
  const kind = ref.split(':')[0];
  return { entityRef: ref, kind, tier, owners: [], tags: [], labels: {} };
}

function documentFacts(
  document: HandoverDocument | undefined,
  { problems, now }: { problems: number; now: Date },
): [string, FactValue][] {
  if (!document) {
    // The portal still has the last good revision, or none.
    return DOCUMENT_FACTS.map(({ name }) => [
      name,
      { missing: 'the handover is not valid' },
    ]);
  }
  return documentFactValues({
    status: 'ok',
    source: 'repository',
    coverage: coverageOf(document),
    stale: reviewState(document, now).stale,
    tier: document.metadata?.tier ?? 0,
    problems,
    windows: (document.windows?.items ?? []).map(({ effect }) => effect),
  });
}

/** That the folder has no group or system says nothing of the catalog. */
function catalogFacts(
  entity: ScopedEntity,
  all: ReadonlyMap<string, DescribedEntity>,
): [string, FactValue][] {
  const isUncertain: Record<string, boolean> = {
    'catalog.ownedByGroup': entity.owners.some(ref => ref.startsWith('group:')),
    'catalog.systemExists': entity.system !== undefined,
  };
  return catalogFactValues({ ...entity, isKnown: ref => all.has(ref) }).map(
    ([name, fact]) => [
      name,
      isUncertain[name] && 'value' in fact && fact.value === false
        ? { missing: 'only the portal knows the whole catalog' }
        : fact,
    ],
  );
}
