import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import type { HandoverService } from '@backstage-handover/plugin-handover-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { FactPages } from './facts/FactPages';
import { FACT_SCHEMA, RETRIEVER_ID, SCHEMA_VERSION } from './facts/schema';

/** Retrieves the facts of every entity that can have a handover. */
export function createHandoverFactRetriever(options: {
  auth: AuthService;
  handover: HandoverService;
}): FactRetriever {
  const pages = FactPages.create(options);
  return {
    id: RETRIEVER_ID,
    version: SCHEMA_VERSION,
    title: 'Handovers',
    description: 'Coverage, reviews and levels of handovers',
    schema: FACT_SCHEMA,
    handler: ({ logger }) => pages.readAll(logger),
  };
}
