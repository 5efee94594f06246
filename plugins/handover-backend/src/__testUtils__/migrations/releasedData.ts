import type {
  Deployment,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import type { Knex } from 'knex';

/** The last migration that a release contains. */
export const RELEASED = '20261122090000_delivery_changes.js';

export const ORDERS = 'component:default/orders';
export const BILLING = 'component:default/billing';
export const UNICODE = 'api:größe/zahlung-☕';
export const LEGACY = 'component:default/legacy';

const EARLIER = new Date('2026-11-18T08:30:00.123Z');
const NOW = new Date('2026-11-20T10:00:00.000Z');
const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** As long as a handover may be, with quotes, line ends and characters of every width. */
export const LONG_TEXT =
  `Runs "daily" at 02:00 — it's \\slow\\.\r\n\t日本語 🚀 é\u0301\n`
    .repeat(5_000)
    .slice(0, 250_000);

export const ORDERS_DOCUMENT: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  metadata: { tier: 1, reviewedAt: '2026-11-01' },
  overview: { purpose: LONG_TEXT },
  environments: {
    items: [
      { name: 'staging', cluster: 'eu-1', namespace: 'orders-staging' },
      { name: 'Production', purpose: 'Kunden — 日本語 🚀' },
    ],
  },
  failures: {
    items: [
      {
        symptom: 'Checkout answers 502 "Bad Gateway"',
        cause: 'The pool is exhausted 🏊',
        fix: 'Restart it',
        match: { reason: 'OOMKilled', message: 'heap', container: 'web' },
      },
    ],
  },
};

export const BILLING_DOCUMENT: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  overview: { purpose: "Writes bills; don't stop it" },
};

export const ORDERS_DEPLOYMENT: Deployment = {
  id: '42',
  provider: 'jenkins',
  environment: 'production',
  at: EARLIER.toISOString(),
  outcome: 'succeeded',
  commit: 'abc123',
  mergedAt: '2026-11-18T07:00:00.000Z',
  runId: '7',
  artifact: { name: 'orders', version: '1.0 ☕' },
};

/**
 * What a portal of the last release has stored: rows in every table that it
 * has, each optional column with and without a value.
 */
export async function insertReleasedData(knex: Knex): Promise<void> {
  await insertDocuments(knex);
  await insertRevisions(knex);
  await insertRefreshes(knex);
  await insertRunsAndDeployments(knex);
  await insertClaims(knex);
}

async function insertDocuments(knex: Knex): Promise<void> {
  const of = (entity_ref: string, values: object) => {
    const [, kind, namespace, name] = /^(.*):(.*)\/(.*)$/.exec(entity_ref)!;
    return {
      entity_ref,
      kind,
      namespace,
      title: null,
      title_sort: name,
      owner: '',
      system: '',
      tier: 0,
      search_text: entity_ref,
      source: 'repository',
      status: 'ok',
      revision: 0,
      content_hash: null,
      coverage_ratio: 0,
      coverage: null,
      coverage_version: 0,
      review_due_at: new Date(0),
      problems: '[]',
      failing_since: null,
      location: null,
      updated_at: EARLIER,
      ...values,
    };
  };
  const problems = JSON.stringify([
    { path: 'a."b"', message: 'Unexpected é 🚀', severity: 'error' },
  ]);
  await knex('documents').insert([
    of(ORDERS, {
      title: 'Orders — 日本語 🚀',
      title_sort: 'orders — 日本語 🚀',
      owner: 'group:default/team-a',
      system: 'system:default/shop',
      tier: 1,
      revision: 2,
      content_hash: 'b'.repeat(64),
      coverage_ratio: 0.125,
      coverage: '{"ratio":0.125,"sections":{}}',
      coverage_version: 1,
      review_due_at: new Date('2027-01-30T00:00:00.000Z'),
      location: 'url:https://git.test/acme/orders/blob/main/handover.yaml',
    }),
    of(BILLING, {
      source: 'portal',
      tier: 4,
      revision: 1,
      content_hash: 'c'.repeat(64),
      updated_at: NOW,
    }),
    of(UNICODE, {
      title: 'Zahlung ☕ "1"',
      title_sort: 'zahlung ☕ "1"',
      status: 'invalid',
      problems,
      failing_since: EARLIER,
      review_due_at: NEVER,
      location: 'file:/srv/größe/handover.yaml',
    }),
    of(LEGACY, { status: 'missing', review_due_at: NEVER }),
  ]);
}

async function insertRevisions(knex: Knex): Promise<void> {
  const of = (entity_ref: string, number: number, values: object) => ({
    entity_ref,
    number,
    source: 'repository',
    content_hash: 'a'.repeat(64),
    yaml: 'apiVersion: handover.dev/v1\nkind: Handover\n',
    document: JSON.stringify(BILLING_DOCUMENT),
    author: null,
    message: null,
    location: null,
    created_at: EARLIER,
    ...values,
  });
  await knex('document_revisions').insert([
    of(ORDERS, 1, { message: 'First — 日本語 🚀' }),
    of(ORDERS, 2, {
      content_hash: 'b'.repeat(64),
      yaml: LONG_TEXT,
      document: JSON.stringify(ORDERS_DOCUMENT),
      location: 'https://git.test/acme/orders/commit/abc',
    }),
    of(BILLING, 1, { source: 'portal', author: 'user:default/zoë' }),
    // Its entity left the catalog: revisions stay.
    of('component:default/gone', 3, {}),
  ]);
  await knex('document_failures').insert(
    ORDERS_DOCUMENT.failures!.items!.map((failure, position) => ({
      entity_ref: ORDERS,
      number: 2,
      position,
      failure: JSON.stringify(failure),
      search_text: `${failure.symptom}\n${failure.cause}`.toLowerCase(),
    })),
  );
}

async function insertRefreshes(knex: Knex): Promise<void> {
  await knex('document_refreshes').insert([
    {
      entity_ref: ORDERS,
      reference_annotation: './docs/größe/handover.yaml',
      entity_location: 'url:https://git.test/acme/orders/blob/main/c.yaml',
      location_key: 'url:https://git.test/acme/orders/blob/main/handover.yaml',
      etag: '"W/日本語"',
      rules_version: 1,
      next_due_at: NOW,
      claim_token: '5f0c3e0e-3a57-4f0e-9b7a-0d9b0c9f5d11',
      checked_at: EARLIER,
      seen_sweep: 'sweep-1',
    },
    ...[BILLING, UNICODE, LEGACY].map(entity_ref => ({
      entity_ref,
      reference_annotation: null,
      entity_location: null,
      location_key: null,
      etag: null,
      rules_version: 0,
      next_due_at: EARLIER,
      claim_token: null,
      checked_at: null,
      seen_sweep: null,
    })),
  ]);
}

async function insertRunsAndDeployments(knex: Knex): Promise<void> {
  const run = (id: string, provider: string) => ({
    id,
    provider,
    pipeline: `orders » größe "main" 🚀`,
    status: 'succeeded',
    stages: [],
    startedAt: EARLIER.toISOString(),
  });
  await knex('delivery_runs').insert([
    {
      entity_ref: ORDERS,
      provider: 'jenkins',
      id: '7',
      ordered_at: EARLIER,
      run: JSON.stringify(run('7', 'jenkins')),
      facts: null,
    },
    {
      entity_ref: ORDERS,
      provider: 'cdevents',
      id: 'run/日本語',
      ordered_at: NOW,
      run: JSON.stringify(run('run/日本語', 'cdevents')),
      facts: JSON.stringify({
        started: { value: 'x', at: EARLIER.getTime(), by: '/ci 1' },
      }),
    },
  ]);
  const deployment = (each: Deployment, values: object) => ({
    entity_ref: ORDERS,
    provider: each.provider,
    id: each.id,
    environment: each.environment,
    at: new Date(each.at),
    outcome: each.outcome,
    is_rollback: false,
    taken_back: false,
    commit: null,
    merged_at: null,
    artifact_id: null,
    deployment: JSON.stringify(each),
    ...values,
  });
  const { commit, mergedAt } = ORDERS_DEPLOYMENT;
  await knex('delivery_deployments').insert([
    deployment(ORDERS_DEPLOYMENT, { commit, merged_at: new Date(mergedAt!) }),
    deployment(
      {
        id: 'é"1"',
        provider: 'cdevents',
        environment: 'staging',
        at: NOW.toISOString(),
        outcome: 'failed',
      },
      { is_rollback: true, taken_back: true, artifact_id: 'pkg:oci/orders@1' },
    ),
  ]);
}

async function insertClaims(knex: Knex): Promise<void> {
  await knex('delivery_facts').insert([
    {
      entity_ref: ORDERS,
      kind: 'incident',
      id: 'INC-1 🔥',
      at: EARLIER,
      facts: JSON.stringify({
        detected: { value: '', at: EARLIER.getTime(), by: '/pager 1' },
        environment: { value: 'production', at: 1, by: '/pager 1' },
      }),
    },
    {
      entity_ref: ORDERS,
      kind: 'change',
      id: 'acme/orders#7',
      at: NOW,
      facts: JSON.stringify({
        merged: { value: 'abc', at: NOW.getTime(), by: '/git 9' },
      }),
    },
  ]);
  await knex('delivery_providers').insert([
    {
      entity_ref: ORDERS,
      provider: 'jenkins',
      title: 'Jenkins',
      demonstration: false,
      fetched_at: EARLIER,
      failing_since: null,
      message: null,
      retry_at: null,
      changes: 7,
    },
    {
      entity_ref: BILLING,
      provider: 'jenkins',
      title: 'Jenkins "größe"',
      demonstration: true,
      fetched_at: null,
      failing_since: EARLIER,
      message: 'Antwortet nicht — 日本語 🚀',
      retry_at: NOW,
      changes: 0,
    },
  ]);
  await knex('delivery_events').insert([
    { source: '/ci/日本語', id: '1 "é"', received_at: EARLIER },
    { source: '/pager', id: '1', received_at: NOW },
  ]);
}
