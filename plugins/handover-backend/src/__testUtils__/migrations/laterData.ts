import type { Knex } from 'knex';
import { ORDERS } from './releasedData';

const AT = new Date('2026-11-27T12:00:00.250Z');

/**
 * Rows for what each later migration makes room for: its new tables, and its
 * new columns with and without a value. They are inserted right after it has
 * run, so that every migration after it meets them.
 */
export const LATER_DATA: Record<string, (knex: Knex) => Promise<void>> = {
  '20261128090000_delivery_claims.js': async knex => {
    await knex('delivery_claims').insert({
      entity_ref: ORDERS,
      kind: 'artifact',
      id: 'pkg:oci/größe@sha256:1',
      at: AT,
      claims: '{"change":{"value":"acme/orders#7","at":1,"by":"/git 9"}}',
    });
  },

  '20261128100000_entities.js': async knex => {
    const group = {
      entity_ref: 'group:default/grün-☕',
      kind: 'group',
      namespace: 'default',
      name: 'grün-☕',
      title: null,
      title_sort: 'grün-☕',
      type: 'team',
      lifecycle: '',
      system: '',
      domain: '',
      owner: '',
      tier: 0,
      search_text: 'grün-☕',
      fingerprint: 'f"1"',
      bucket: 17,
      digest: 2 ** 31 - 1,
      updated_at: AT,
    };
    await knex('entities').insert([
      group,
      {
        ...group,
        entity_ref: 'group:default/top',
        name: 'top',
        title: 'Top — 日本語 🚀',
        owner: 'user:default/zoë',
      },
    ]);
    const { entity_ref } = group;
    await knex('entity_owners').insert({ entity_ref, owner: 'user:default/a' });
    await knex('entity_tags').insert({ entity_ref, tag: 'größe "1"' });
    await knex('entity_parents').insert({
      entity_ref,
      parent_ref: 'group:default/top',
    });
    await knex('entity_labels').insert([
      { entity_ref, name: 'acme.test/größe', value: '' },
      { entity_ref, name: 'é', value: '日本語 🚀' },
    ]);
    await knex('entity_keys').insert([
      { entity_ref, type: 'jenkins-job', value: 'a/b "c"', instance: '' },
      {
        entity_ref,
        type: 'cdevents-source',
        value: '/ci/日本語',
        instance: '',
      },
    ]);
    await knex('entity_environments').insert({
      entity_ref: ORDERS,
      position: 2,
      environment: 'é 🚀',
      cluster: '',
      namespace: 'orders',
    });
  },

  '20261128110000_queue.js': async knex => {
    await knex('queue_items').insert([
      {
        topic: 'delivery-pull',
        key: ORDERS,
        next_due_at: AT,
        claim_token: null,
        failures: 3,
      },
      {
        topic: 'delivery-pull',
        key: 'api:größe/zahlung-☕',
        next_due_at: AT,
        claim_token: '0c1cf9ce-7b8e-4d4a-8f39-4b7e7f3e7d1c',
        failures: 0,
      },
    ]);
  },

  '20261128111000_delivery_pulls.js': async knex => {
    await knex('delivery_rate_limits').insert({
      provider: 'github-actions',
      who: 'github.com größe "1"',
      retry_at: AT,
      message: 'Limit reached — 日本語 🚀',
    });
    await knex('delivery_views').insert({ entity_ref: ORDERS, viewed_at: AT });
  },

  '20261128112000_domain_events.js': async knex => {
    await knex('domain_events').insert([
      {
        id: 'f2b3c6b0-4a3e-4d2e-8a51-0a4f0c8f7c01',
        sequence: 1,
        topic: 'handover.document.status-changed',
        entity_ref: ORDERS,
        at: AT,
        data: '{"status":"ok","previousStatus":"missing"}',
      },
      {
        id: 'f2b3c6b0-4a3e-4d2e-8a51-0a4f0c8f7c02',
        sequence: null,
        topic: 'handover.incident.detected',
        entity_ref: ORDERS,
        at: AT,
        data: '{"incidentId":"INC-1 🔥","detectedAt":"2026-11-27T12:00:00.000Z"}',
      },
    ]);
    // Its one row is there already. The process that had the claim died.
    await knex('domain_event_relay').update({
      last_sequence: 1,
      published_sequence: 1,
      failures: 2,
      claim_token: '7a1b6a0e-58a8-4b55-9d7c-0f3f7ad2a0c9',
      claimed_until: AT,
    });
  },

  '20261128120000_document_history.js': async knex => {
    await knex('document_history').insert({
      entity_ref: ORDERS,
      at: AT,
      status: 'ok',
      coverage: 0.125,
      sections: '{"overview":1}',
      stale: true,
      revision: 2,
    });
  },

  '20261128130000_catalog_sync.js': async knex => {
    // Its one row is there already.
    await knex('catalog_sync').update({ synced_at: AT });
  },

  '20261129090000_scorecards.js': async knex => {
    const result = {
      scorecard: 'ready',
      entity_ref: ORDERS,
      version: 'c0ffee',
      level_held: true,
    };
    await knex('scorecards').insert({
      name: 'ready',
      version: 'c0ffee',
      definition: '{"metadata":{"title":"Bereit — 日本語 🚀"}}',
      origin: 'https://git.example.com/ready.yaml',
      position: 1,
      loaded_at: AT,
    });
    await knex('scorecard_locations').insert([
      {
        location: 'https://git.example.com/ready.yaml',
        problems: '[]',
        failing_since: null,
        checked_at: AT,
      },
      {
        location: 'https://git.example.com/größe.yaml',
        problems: '[{"message":"cannot be read"}]',
        failing_since: AT,
        checked_at: AT,
      },
    ]);
    const values = {
      weights: '{"pass":1}',
      checks: '[{"id":"größe"}]',
      revision: 2,
      evaluated_at: AT,
      changed_at: AT,
    };
    await knex('scorecard_results').insert([
      { ...result, ...values, level: 'gold', rank: 2, score: 0.125 },
      {
        ...result,
        ...values,
        scorecard: 'other',
        level: null,
        rank: -1,
        score: null,
      },
    ]);
    await knex('scorecard_evaluations').insert({
      entity_ref: ORDERS,
      evaluated_at: AT,
    });
    await knex('scorecard_outcomes').insert({
      scorecard: 'ready',
      check_id: 'rollback-steps',
      entity_ref: ORDERS,
      outcome: 'pass',
    });
    await knex('scorecard_history').insert([
      {
        ...result,
        at: AT,
        level: 'gold',
        score: 0.125,
        outcomes: '{"rollback-steps":"pass"}',
      },
      { ...result, at: AT, level: null, score: null, outcomes: '{}' },
    ]);
  },

  '20261129100000_section_coverage.js': async knex => {
    await knex('documents')
      .where('entity_ref', ORDERS)
      .update({ covered_sections: 5, partial_sections: 2 ** 14 });
  },

  '20261129140000_exemptions.js': async knex => {
    const exemption = {
      entity_ref: ORDERS,
      scorecard: 'ready',
      check_id: 'rollback-steps',
      reason: 'Größer — 日本語 🚀',
      requested_by: 'user:default/ada',
      requested_at: AT,
      expires_at: AT,
    };
    const ids = ['6a', '6b', '6c'].map(
      end => `0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d${end}`,
    );
    await knex('exemptions').insert([
      { ...exemption, id: ids[0], state: 'requested' },
      {
        ...exemption,
        id: ids[1],
        state: 'revoked',
        evidence: 'https://tickets.example.com/1',
        decided_by: 'user:default/grace',
        decided_at: AT,
        decision_note: 'Until the move',
        ended_by: 'user:default/grace',
        ended_at: AT,
        end_note: 'Moved',
      },
      {
        ...exemption,
        id: ids[2],
        state: 'approved',
        decided_by: 'user:default/grace',
        decided_at: AT,
      },
    ]);
  },

  '20261129150000_notifications.js': async knex => {
    await knex('notifications').insert({
      id: 'exemption/0b0e3d52/requested',
      content: '{"title":"Größe — 日本語 🚀"}',
      created_at: AT,
    });
  },

  '20261130140000_overrides.js': async knex => {
    const override = {
      entity_ref: ORDERS,
      from_at: AT,
      until_at: AT,
      reason: 'Größer — 日本語 🚀',
      requested_by: 'user:default/ada',
      requested_at: AT,
    };
    const ids = ['7a', '7b'].map(
      end => `0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d${end}`,
    );
    await knex('overrides').insert([
      { ...override, id: ids[0], status: 'requested' },
      {
        ...override,
        id: ids[1],
        status: 'revoked',
        artifact_name: 'orders',
        artifact_version: '1.2.3',
        artifact_digest: 'sha256:0123',
        ticket: 'INC-7',
        decided_by: 'user:default/grace',
        decided_at: AT,
        decision_note: 'Until noon',
        ended_by: 'user:default/grace',
        ended_at: AT,
        end_note: 'Fixed',
      },
    ]);
    await knex('override_environments').insert(
      ids.map(override_id => ({
        override_id,
        environment_key: 'production',
        environment: 'Production',
        position: 0,
      })),
    );
  },

  '20261129170000_initiatives.js': async knex => {
    const id = '0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6d';
    const initiative = {
      id,
      revision: 1,
      status: 'draft',
      scorecard: 'ready',
      definition: '{"title":"Größe — 日本語 🚀"}',
      starts_on: '2027-01-01',
      ends_on: '2027-01-31',
      created_by: 'user:default/ada',
      created_at: AT,
      measured_at: AT,
    };
    await knex('initiatives').insert([
      initiative,
      {
        ...initiative,
        id: '0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
        status: 'closed',
        published_at: AT,
        announced: 2,
        announced_on: '2027-01-17',
        closed_by: 'user:default/grace',
        closed_at: AT,
        close_note: 'Good enough',
      },
    ]);
    const entity = { entity_ref: ORDERS, progress: 'reached', since: AT };
    await knex('initiative_entities').insert([
      { ...entity, initiative_id: id },
      {
        ...entity,
        initiative_id: '0b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
        owner: 'group:default/größe',
      },
    ]);
    const change = { initiative_id: id, entity_ref: ORDERS, at: AT };
    await knex('initiative_changes').insert([
      { ...change, progress: 'open' },
      { ...change, previous: 'open', progress: null },
    ]);
  },

  '20261129180000_links.js': async knex => {
    const url = 'https://wiki.example.com/gr%C3%B6%C3%9Fe';
    await knex('links').insert([
      { url },
      {
        url: `${url}/2`,
        state: 'unknown',
        status: 503,
        reason: 'it answered 503',
        checked_at: AT,
      },
    ]);
    await knex('link_uses').insert({
      entity_ref: ORDERS,
      path: 'architecture.links[0].url',
      url,
    });
    await knex('link_documents').insert({ entity_ref: ORDERS, revision: 2 });
  },

  '20261130090000_kubernetes_facts.js': async knex => {
    const annotations = '{"backstage.io/kubernetes-id":"größe"}';
    await knex('kubernetes_readings').insert([
      { entity_ref: ORDERS, annotations },
      {
        entity_ref: 'component:default/größe',
        annotations,
        reading: '[{"cluster":{"name":"production"},"workloads":[]}]',
        read_at: AT,
      },
      {
        entity_ref: 'component:default/billing',
        annotations,
        problem: 'The Kubernetes plugin cannot be reached',
        read_at: AT,
      },
    ]);
  },

  '20261130100000_gate_decisions.js': async knex => {
    await knex('gate_decision_days').insert({
      entity_ref: ORDERS,
      environment: 'größe',
      day: '2026-11-30',
      open: 1,
      total: 2,
      last_at: AT,
    });
  },

  '20261130120000_oncall_pages.js': async knex => {
    await knex('oncall_pages').insert({
      key: 'c0ffee',
      requested_by: 'user:default/größe',
      entity_ref: ORDERS,
      requested_at: AT,
    });
  },

  '20261130130000_partial_documents.js': async knex => {
    await knex('documents').where('entity_ref', ORDERS).update({
      partial_document:
        '{"document":{"notes":"größe 🚀"},"sectionsWithErrors":["overview"]}',
    });
  },

  '20261130100000_calendars.js': async knex => {
    await knex('calendars').insert({
      name: 'year-end',
      version: 'c0ffee',
      definition: '{"metadata":{"title":"Jahresende — 日本語 🚀"}}',
      origin: 'https://git.example.com/größe.yaml',
      position: 1,
      loaded_at: AT,
    });
    await knex('calendar_locations').insert([
      {
        location: 'https://git.example.com/größe.yaml',
        problems: '[]',
        read_at: AT,
        failing_since: null,
        checked_at: AT,
      },
      {
        location: 'https://git.example.com/never.yaml',
        problems: '[{"message":"cannot be read"}]',
        read_at: null,
        failing_since: AT,
        checked_at: AT,
      },
    ]);
    // Its one row is there already.
    await knex('calendar_state').update({ generation: 7 });
    await knex('scorecard_locations')
      .where('problems', '[]')
      .update({ read_at: AT });
  },

  '20261130100000_start_failures.js': async knex => {
    const failure = {
      entity_ref: ORDERS,
      provider: 'jenkins',
      id: 'größe/81',
      workload: '["production","shop","Deployment","größe"]',
      since: AT,
    };
    await knex('delivery_start_failures').insert([
      failure,
      { ...failure, id: 'größe/82', until: AT },
    ]);
  },
};

/** What has no row to show it: the relay has one row, and a claim in it. */
export const NOT_TRIED: readonly string[] = [
  'domain_event_relay.claim_token is never null',
  'domain_event_relay.claimed_until is never null',
];
