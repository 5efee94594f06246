import type { SectionKey } from '@backstage-handover/plugin-handover-common';
import type { FieldPath } from '@backstage-handover/plugin-handover-common/documents';

/** The lists of the section, such as `dashboards`. */
export type ObservabilityKind = Exclude<
  FieldPath<Extract<SectionKey, 'observability'>>,
  `${string}[]${string}`
>;

/** A link, or a query with the system that runs it, or both. */
export type ObservabilityItem = {
  title: string;
  url?: string;
  query?: string;
  runIn?: string;
};

/** Everything of one kind, all from the handover or all from the catalog. */
export type ObservabilityGroup = {
  kind: ObservabilityKind;
  items: readonly ObservabilityItem[];
  fromCatalog: boolean;
};
