import { HANDOVER_STATUS_ANNOTATION } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';

/** Where the catalog finds the status of an entity's handover. */
export const STATUS_PATH = `metadata.annotations.${HANDOVER_STATUS_ANNOTATION}`;

/** Entities whose handover has one of some statuses. */
export class HandoverStatusFilter implements EntityFilter {
  readonly values: string[];

  constructor(values: string[]) {
    this.values = values;
  }

  getCatalogFilters() {
    return { [STATUS_PATH]: this.values };
  }

  filterEntity({ metadata }: Entity): boolean {
    const status = metadata.annotations?.[HANDOVER_STATUS_ANNOTATION];
    return status !== undefined && this.values.includes(status);
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
