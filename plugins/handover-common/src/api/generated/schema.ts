// Generated from the files in ../openapi by `yarn generate`. Do not edit.

import type { HandoverDocument } from '../../documents/schema';
import type { ChangeBase } from '../../documents/diff';

export interface paths {
  '/delivery/{kind}/{namespace}/{name}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The runs of an entity's pipelines, the latest first.
     * @description Providers are asked when somebody looks, at most once a minute for an
     *     entity. One that fails is named in `providers`, with since when; what
     *     was read from it before is still shown.
     */
    get: operations['listRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delivery/{kind}/{namespace}/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The deployments of an entity, the latest first. */
    get: operations['listDeployments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delivery/{kind}/{namespace}/{name}/promotion': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * What is deployed in each environment, in the order of promotion.
     * @description The environments of the entity's handover, in the order that their
     *     `promotedFrom` gives, else in the document's. An entity whose handover
     *     names none gets those of `handover.environments` in the configuration.
     */
    get: operations['getPromotion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delivery/{kind}/{namespace}/{name}/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** DORA's measures of the delivery to production. */
    get: operations['getMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delivery/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes CDEvents in.
     * @description CDEvents 0.3 and later over the HTTP binding of CloudEvents 1.0: binary,
     *     structured, or batched. Only services may send them, with a token of
     *     `backend.auth.externalAccess`.
     *
     *     An event names its entity in `customData.entityRef`; or the catalog has
     *     one entity whose annotation `handover.dev/cdevents-source` is the
     *     `context.source` of the event.
     *
     *     `context.source` and `context.id` say which event it is; the id of the
     *     CloudEvent may differ. Events may come in any order and more than once,
     *     and at most a day ahead of the server's clock. One that is valid but that
     *     nothing is made of is answered as `ignored`, with the reason. A
     *     single event that is not valid, or of no known entity, is answered with
     *     400; in a batch each event is answered by itself.
     */
    post: operations['postEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the handovers that the caller may read.
     * @description Filters are joined with AND, the values of one repeated filter with OR.
     */
    get: operations['listDocuments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/validate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Checks a document and stores nothing.
     * @description The body is the YAML itself, or JSON with the YAML in `yaml`.
     */
    post: operations['validateDocument'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The present state of an entity's handover.
     * @description An entity without a document is answered with status `missing`; 404
     *     means that the catalog has no such entity.
     *
     *     `ETag` begins with the number of the revision in view, as in `"3.…"`,
     *     or 0 where there is none. `If-Match` compares that number alone: what
     *     else the tag covers (status, freshness) is measured, not edited.
     */
    get: operations['getDocument'];
    /**
     * Stores a new revision of a document that is edited in the portal.
     * @description Conditional (RFC 9110, section 13.1), so that nobody's change is lost:
     *     `If-Match` carries the revision that the change was made from, for
     *     example `"3"`, or the `ETag` of the document as read. A first revision
     *     is created with `If-None-Match: *`. A request with neither is refused
     *     with 428, one whose condition does not hold with 412.
     *
     *     A document that comes from a repository is edited there: 409 says where.
     *     The body is the YAML itself, or JSON with the YAML in `yaml`.
     */
    put: operations['putDocument'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}/handover.md': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * An entity's handover as one page of Markdown.
     * @description The revision in view. Where its source cannot be read or its review is
     *     overdue, a quotation below the heading says so. 404 also means that
     *     there is no document.
     */
    get: operations['getMarkdown'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}/revisions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The revisions of a document, the newest first. */
    get: operations['listRevisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}/revisions/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        number: components['schemas']['RevisionNumber'];
      };
      cookie?: never;
    };
    /** One revision with its content. */
    get: operations['getRevision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}/history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * How the state of a document changed over time, the newest change first.
     * @description An entry is added when the status, the coverage of a section or the
     *     staleness changes, and holds until the next one.
     */
    get: operations['listDocumentHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/documents/{kind}/{namespace}/{name}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** What changed between two revisions, by section and list item. */
    get: operations['getDiff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/schema.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * JSON Schema of a document, for editors.
     * @description Readable without signing in, because editors send no credentials.
     */
    get: operations['getSchema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Domain events in the order of their sequence, for consumers that missed some.
     * @description The same events are published on Backstage's events service. Only
     *     services can read them, because they cover all entities.
     */
    get: operations['replayEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** May this entity be changed in this environment at this instant? */
    get: operations['getGateDecision'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/environments': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The decision for each of the entity's environments.
     * @description In the order of the document's environments, then those that only its
     *     windows name, in order of appearance. An entity that names none gets
     *     the environments of `handover.environments` in the configuration.
     */
    get: operations['getGateDecisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The decision for a change that is about to be made, recorded.
     * @description Decides as `GET` does, and records who asked, for which change and for
     *     what artifact, as the domain event `handover.decision.recorded`. There is
     *     no decision without its record: if it cannot be recorded, the request
     *     fails. Each request is recorded, also for the same change.
     */
    post: operations['recordGateDecision'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/occurrences': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Windows expanded for a calendar view.
     * @description Every occurrence that overlaps `[from, to)`, by start. The range is at
     *     most 1100 days. Where there are more than 2,000, the later ones are left
     *     out and `truncated` says so.
     */
    get: operations['getOccurrences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * The calendars that apply to the entity, with their windows.
     * @description The entity's own calendar and those of its organization, domain and
     *     system, from the organization down. A calendar that could not be loaded
     *     has an `error` instead of `windows`.
     */
    get: operations['getCalendars'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/calendar.ics': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** The entity's windows as an iCalendar feed (RFC 5545). */
    get: operations['getCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Strings: string[];
    /**
     * Format: date-time
     * @description An instant, RFC 3339 with offset.
     */
    Instant: string;
    EnvironmentName: string;
    /** @description Backstage's error body. */
    ErrorBody: {
      error: {
        name: string;
        message: string;
        /** @description Every problem of a document that was refused. */
        problems?: components['schemas']['Problem'][];
      };
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
    /**
     * @description `unknown`: it has finished, and its outcome is not known.
     * @enum {string}
     */
    RunStatus:
      | 'queued'
      | 'running'
      | 'succeeded'
      | 'failed'
      | 'cancelled'
      | 'unknown';
    RunStage: {
      name: string;
      /** @enum {string} */
      status:
        | 'queued'
        | 'running'
        | 'succeeded'
        | 'failed'
        | 'cancelled'
        | 'unknown'
        | 'skipped';
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      url?: string;
    };
    /** @description One execution of a pipeline. */
    Run: {
      id: string;
      provider: string;
      pipeline: string;
      status: components['schemas']['RunStatus'];
      stages: components['schemas']['RunStage'][];
      commit?: string;
      branch?: string;
      actor?: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      url?: string;
    };
    Artifact: {
      name?: string;
      version?: string;
      digest?: string;
    };
    /** @enum {string} */
    DeploymentOutcome:
      | 'running'
      | 'succeeded'
      | 'failed'
      | 'rolledBack'
      | 'removed';
    /** @description One artifact put into one environment. */
    Deployment: {
      id: string;
      provider: string;
      environment: string;
      artifact?: components['schemas']['Artifact'];
      commit?: string;
      /** Format: date-time */
      mergedAt?: string;
      actor?: string;
      /** Format: date-time */
      at: string;
      outcome: components['schemas']['DeploymentOutcome'];
      runId?: string;
      url?: string;
    };
    /** @description How a system that runs and deployments are read from answered last. */
    ProviderState: {
      id: string;
      title: string;
      /** @enum {string} */
      status: 'ok' | 'failing';
      message?: string;
      /** Format: date-time */
      failingSince?: string;
      /** Format: date-time */
      fetchedAt?: string;
      /** @description Its data is made up, for people to look at. */
      demonstration?: boolean;
    };
    ProviderStates: components['schemas']['ProviderState'][];
    RunPage: {
      items: components['schemas']['Run'][];
      nextCursor?: string;
      totalItems: number;
      providers: components['schemas']['ProviderStates'];
    };
    DeploymentPage: {
      items: components['schemas']['Deployment'][];
      nextCursor?: string;
      totalItems: number;
      providers: components['schemas']['ProviderStates'];
    };
    /** @description How far an environment lags behind the one its artifacts come from. */
    PromotionDrift: {
      from: string;
      commits?: number;
      versions?: number;
      /** Format: date-time */
      since?: string;
    };
    PromotionStep: {
      name: string;
      deployment?: components['schemas']['Deployment'];
      run?: components['schemas']['Run'];
      previous?: components['schemas']['Deployment'];
      attempt?: components['schemas']['Deployment'];
      drift?: components['schemas']['PromotionDrift'];
      /** @enum {string} */
      sameArtifact?: 'same' | 'different' | 'unknown';
    };
    Promotion: {
      environments: components['schemas']['PromotionStep'][];
      /** @enum {string} */
      builtOnce: 'yes' | 'no' | 'unknown';
      providers: components['schemas']['ProviderStates'];
    };
    DurationMetric: {
      medianSeconds?: number;
      sampleSize: number;
      trend: (number | null)[];
    };
    Metrics: {
      /** @enum {integer} */
      days: 30 | 90;
      environment: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      deploymentFrequency: {
        perWeek: number;
        count: number;
        trend: number[];
      };
      leadTime: components['schemas']['DurationMetric'];
      changeFailureRate: {
        ratio?: number;
        failed: number;
        sampleSize: number;
        trend: (number | null)[];
      };
      timeToRestore: components['schemas']['DurationMetric'];
      providers: components['schemas']['ProviderStates'];
    };
    EventResult: {
      id?: string;
      source?: string;
      type?: string;
      /** @enum {string} */
      status: 'accepted' | 'duplicate' | 'ignored' | 'rejected';
      reason?: string;
      problems?: {
        path: string;
        message: string;
      }[];
    };
    EventResults: {
      items: components['schemas']['EventResult'][];
    };
    RevisionNumber: number;
    /** @enum {string} */
    DocumentStatus: 'ok' | 'missing' | 'invalid' | 'unreachable';
    /** @enum {string} */
    DocumentSource: 'repository' | 'portal';
    /** @enum {string} */
    SectionState: 'covered' | 'partial' | 'missing';
    /** @description The content of a `handover.yaml`, described by `/schema.json`. */
    HandoverDocument: HandoverDocument;
    /** @description One thing that is wrong with a document, and where. */
    Problem: {
      path: string;
      line?: number;
      column?: number;
      message: string;
      /** @enum {string} */
      severity: 'error' | 'warning';
    };
    MissingField: {
      path: string;
      why: string;
    };
    SectionCoverage: {
      state: components['schemas']['SectionState'];
      notApplicable?: string;
      missing: components['schemas']['MissingField'][];
    };
    Coverage: {
      ratio: number;
      covered: number;
      required: number;
      sections: {
        [key: string]: components['schemas']['SectionCoverage'];
      };
    };
    DocumentSummary: {
      entityRef: string;
      title?: string;
      owner?: string;
      system?: string;
      tier?: number;
      source: components['schemas']['DocumentSource'];
      status: components['schemas']['DocumentStatus'];
      revision?: number;
      coverageRatio: number;
      stale: boolean;
      reviewDueAt?: string;
      /** Format: date-time */
      updatedAt: string;
      document?: components['schemas']['HandoverDocument'];
    };
    DocumentPage: {
      items: components['schemas']['DocumentSummary'][];
      nextCursor?: string;
      totalItems: number;
    };
    RevisionSummary: {
      number: components['schemas']['RevisionNumber'];
      source: components['schemas']['DocumentSource'];
      author?: string;
      message?: string;
      /** Format: date-time */
      createdAt: string;
      contentHash: string;
      location?: string;
    };
    Revision: {
      number: components['schemas']['RevisionNumber'];
      source: components['schemas']['DocumentSource'];
      author?: string;
      message?: string;
      /** Format: date-time */
      createdAt: string;
      contentHash: string;
      location?: string;
      document: components['schemas']['HandoverDocument'];
      yaml: string;
    };
    RevisionPage: {
      items: components['schemas']['RevisionSummary'][];
      nextCursor?: string;
      totalItems: number;
    };
    DocumentHistoryEntry: {
      /** Format: date-time */
      at: string;
      status: components['schemas']['DocumentStatus'];
      coverageRatio: number;
      /** @description Coverage of each section. */
      sections: {
        [key: string]: components['schemas']['SectionState'];
      };
      stale: boolean;
      revision?: components['schemas']['RevisionNumber'];
    };
    DocumentHistoryPage: {
      items: components['schemas']['DocumentHistoryEntry'][];
      nextCursor?: string;
      totalItems: number;
    };
    DocumentState: {
      entityRef: string;
      source: components['schemas']['DocumentSource'];
      status: components['schemas']['DocumentStatus'];
      revision?: components['schemas']['RevisionSummary'];
      document?: components['schemas']['HandoverDocument'];
      coverage: components['schemas']['Coverage'];
      problems: components['schemas']['Problem'][];
      /** Format: date-time */
      failingSince?: string;
      location?: string;
      /** Format: date-time */
      checkedAt?: string;
      stale: boolean;
      reviewDueAt?: string;
    };
    RevisionDiff: {
      from: components['schemas']['RevisionNumber'];
      to: components['schemas']['RevisionNumber'];
      /** @description Empty where the two say the same. */
      changes: components['schemas']['DocumentChange'][];
    };
    /** @description The key of a section, or `metadata`. */
    ChangedSection: ChangeBase['section'];
    /**
     * @description One difference. `before` and `after` are plain JSON; `from` and `to` are
     *     places of an element that was moved in its list.
     */
    DocumentChange:
      | {
          section: components['schemas']['ChangedSection'];
          path: string;
          segments: (string | number)[];
          item?: string;
          /** @constant */
          kind: 'added';
          after: unknown;
        }
      | {
          section: components['schemas']['ChangedSection'];
          path: string;
          segments: (string | number)[];
          item?: string;
          /** @constant */
          kind: 'removed';
          before: unknown;
        }
      | {
          section: components['schemas']['ChangedSection'];
          path: string;
          segments: (string | number)[];
          item?: string;
          /** @constant */
          kind: 'changed';
          before: unknown;
          after: unknown;
        }
      | {
          section: components['schemas']['ChangedSection'];
          path: string;
          segments: (string | number)[];
          item?: string;
          /** @constant */
          kind: 'moved';
          from: number;
          to: number;
        };
    ValidateRequest: {
      yaml: string;
    };
    PutRequest: {
      yaml: string;
      message?: string;
    };
    ValidationResult: {
      /** @description Whether it would be stored. Warnings do not hinder that. */
      valid: boolean;
      problems: components['schemas']['Problem'][];
      coverage?: components['schemas']['Coverage'];
    };
    /** @enum {string} */
    DomainEventTopic:
      | 'handover.document.changed'
      | 'handover.document.status-changed'
      | 'handover.deployment.recorded'
      | 'handover.incident.detected'
      | 'handover.incident.resolved'
      | 'handover.decision.recorded';
    /** @description Stays the same when an event is delivered again. */
    DomainEventId: string;
    /** @description Position in the order of all events. */
    DomainEventSequence: number;
    /** @description An event as published on the events service; `topic` tells which one. */
    DomainEvent:
      | components['schemas']['DocumentChangedEventMessage']
      | components['schemas']['DocumentStatusChangedEventMessage']
      | components['schemas']['DeploymentRecordedEventMessage']
      | components['schemas']['IncidentDetectedEventMessage']
      | components['schemas']['IncidentResolvedEventMessage']
      | components['schemas']['DecisionRecordedEventMessage'];
    /** @description Another revision of a handover is in view. */
    DocumentChangedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.document.changed';
      payload: components['schemas']['DocumentChangedEvent'];
    };
    DocumentChangedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      revision: number;
      previousRevision: number;
      source: components['schemas']['DocumentSource'];
      contentHash: string;
    };
    /** @description A handover becomes ok, missing, invalid or unreachable. */
    DocumentStatusChangedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.document.status-changed';
      payload: components['schemas']['DocumentStatusChangedEvent'];
    };
    DocumentStatusChangedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      status: components['schemas']['DocumentStatus'];
      previousStatus: components['schemas']['DocumentStatus'];
    };
    /** @description A deployment is stored, or its outcome changes. */
    DeploymentRecordedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.deployment.recorded';
      payload: components['schemas']['DeploymentRecordedEvent'];
    };
    DeploymentRecordedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      deploymentId: string;
      provider: string;
      environment: string;
      outcome: components['schemas']['DeploymentOutcome'];
      previousOutcome?: components['schemas']['DeploymentOutcome'];
      /** Format: date-time */
      deployedAt: string;
      version?: string;
      digest?: string;
      commit?: string;
      runId?: string;
    };
    /** @description An incident begins. */
    IncidentDetectedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.incident.detected';
      payload: components['schemas']['IncidentDetectedEvent'];
    };
    IncidentDetectedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      incidentId: string;
      environment?: string;
      /** Format: date-time */
      detectedAt: string;
    };
    /** @description An incident ends. */
    IncidentResolvedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.incident.resolved';
      payload: components['schemas']['IncidentResolvedEvent'];
    };
    IncidentResolvedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      incidentId: string;
      environment?: string;
      /** Format: date-time */
      resolvedAt: string;
    };
    /** @description A decision of the gate is recorded. */
    DecisionRecordedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.decision.recorded';
      payload: components['schemas']['DecisionRecordedEvent'];
    };
    DecisionRecordedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      decisionId: string;
      environment: string;
      change: components['schemas']['ChangeKind'];
      verdict: components['schemas']['Verdict'];
      /** @enum {string} */
      onUnknown?: 'pass' | 'block';
      /** Format: date-time */
      decidedAt: string;
      /** Format: date-time */
      until?: string;
      by?: string;
      changeId?: string;
      artifact?: components['schemas']['Artifact'];
      revision?: number;
      calendars: components['schemas']['CalendarVersion'][];
    };
    DomainEventPage: {
      items: components['schemas']['DomainEvent'][];
      /** @description Pass this as `after` to continue. */
      next: number;
      /** @description Whether there are more events after `next`. */
      hasMore: boolean;
      /** @description Whether events after `after` were removed before they could be read. */
      hasGap: boolean;
    };
    /** @enum {string} */
    ChangeKind: 'deploy' | 'rollback' | 'config' | 'scale';
    /** @enum {string} */
    Verdict: 'open' | 'closed' | 'unknown';
    /** @description One reason of a decision; `kind` tells which one. */
    GateReason:
      | components['schemas']['WindowReason']
      | components['schemas']['CalendarReason']
      | components['schemas']['ConditionReason']
      | components['schemas']['DefaultReason']
      | components['schemas']['OverrideReason']
      | components['schemas']['EnvironmentReason']
      | components['schemas']['NoticeReason'];
    /** @description A window that applies to the environment and to the kind of change. */
    WindowReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'window';
      /**
       * @description What this window alone says.
       * @enum {string}
       */
      verdict: 'open' | 'closed';
      title: string;
      reason?: string;
      /** @description Id of the window. */
      window: string;
      /** @description Title of its calendar. */
      calendar: string;
      link?: string;
      active: boolean;
      /**
       * Format: date-time
       * @description Start of the occurrence that is active, or of the next one.
       */
      start?: string;
      /** Format: date-time */
      end?: string;
      timeZone: string;
    };
    /** @description A calendar, or one of its windows, that could not be read. */
    CalendarReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'calendar';
      /** @constant */
      verdict: 'unknown';
      title: string;
      reason: string;
      /** @description Title of the calendar. */
      calendar: string;
      /** @description Id of the window, if only that window could not be read. */
      window?: string;
      link?: string;
    };
    /** @description A condition that must pass in this environment. */
    ConditionReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'condition';
      verdict: components['schemas']['Verdict'];
      title: string;
      reason?: string;
      /** @description Id of the condition. */
      condition: string;
      link?: string;
      /**
       * Format: date-time
       * @description Until when this result holds, if that is known.
       */
      until?: string;
    };
    /** @description The environment's default, because no allow window applies. */
    DefaultReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'default';
      /** @enum {string} */
      verdict: 'open' | 'closed';
      title: string;
      reason?: string;
    };
    /** @description A recorded permission to pass a closed gate. */
    OverrideReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'override';
      /** @constant */
      verdict: 'open';
      title: string;
      reason: string;
      /** @description Id of the override. */
      override: string;
      /** @description Entity reference of who asked for it. */
      by: string;
      ticket?: string;
      /** @description Whether it is in force at the instant asked about. */
      active: boolean;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string;
    };
    /** @description Nobody knows an environment by this name. */
    EnvironmentReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'environment';
      /** @constant */
      verdict: 'unknown';
      title: string;
      reason?: string;
      /** @description The known environment with the most similar name. */
      suggestion?: string;
    };
    /** @description Something to know about the decision that does not change the verdict. */
    NoticeReason: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      kind: 'notice';
      title: string;
      reason?: string;
    };
    GateDecision: {
      verdict: components['schemas']['Verdict'];
      /** @description The one name of the environment, whichever was asked for. */
      environment: string;
      /**
       * @description What enforcement does with the verdict `unknown` in this environment,
       *     by configuration. Absent for other verdicts.
       * @enum {string}
       */
      onUnknown?: 'pass' | 'block';
      change: components['schemas']['ChangeKind'];
      /** Format: date-time */
      at: string;
      /**
       * Format: date-time
       * @description When the verdict next changes, if that was found.
       */
      until?: string;
      /**
       * Format: date-time
       * @description When the gate is next open, if that was found.
       */
      nextOpen?: string;
      /**
       * Format: date-time
       * @description Present if `until` or `nextOpen` is missing because the windows have
       *     too many occurrences to search two years. The verdict before this
       *     instant is certain; what happens from then on is not known.
       */
      searchedUntil?: string;
      reasons: components['schemas']['GateReason'][];
      revision?: number;
      calendars: components['schemas']['CalendarVersion'][];
    };
    CalendarVersion: {
      id: string;
      version: string;
    };
    RecordDecisionRequest: {
      environment: components['schemas']['EnvironmentName'];
      change?: components['schemas']['ChangeKind'];
      at?: components['schemas']['Instant'];
      /** @description What the asker calls the change, for example a pipeline run or a ticket. */
      changeId?: string;
      artifact?: {
        name?: string;
        version?: string;
        digest?: string;
      };
    };
    RecordedDecision: {
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description The user, or the subject of the service, that asked. */
      by?: string;
      changeId?: string;
      artifact?: components['schemas']['Artifact'];
      decision: components['schemas']['GateDecision'];
    };
    GateDecisions: {
      items: components['schemas']['GateDecision'][];
    };
    WindowOccurrence: {
      window: string;
      title: string;
      /** @enum {string} */
      effect: 'allow' | 'deny';
      reason?: string;
      calendar: string;
      calendarTitle: string;
      environments?: string[];
      changes?: components['schemas']['ChangeKind'][];
      /** Format: date-time */
      start: string;
      /** Format: date-time */
      end: string;
      timeZone: string;
    };
    Occurrences: {
      items: components['schemas']['WindowOccurrence'][];
      /** @description There are more than are returned; the later ones are missing. */
      truncated: boolean;
      /** @description Calendars and windows that could not be read. */
      problems: {
        calendar: string;
        window?: string;
        message: string;
      }[];
    };
    GateCalendars: {
      items: components['schemas']['Calendar'][];
    };
    /** @description A set of windows, or the error that kept it from being loaded. */
    Calendar:
      | components['schemas']['LoadedCalendar']
      | components['schemas']['FailedCalendar'];
    LoadedCalendar: {
      id: string;
      title: string;
      level: components['schemas']['CalendarLevel'];
      version: string;
      link?: string;
      windows: components['schemas']['Window'][];
    };
    FailedCalendar: {
      id: string;
      title: string;
      level: components['schemas']['CalendarLevel'];
      version: string;
      link?: string;
      error: string;
    };
    /**
     * @description Where in the company a calendar applies.
     * @enum {string}
     */
    CalendarLevel: 'organization' | 'domain' | 'system' | 'entity';
    Window: {
      id: string;
      title: string;
      /** @enum {string} */
      effect: 'allow' | 'deny';
      reason?: string;
      /** @description Names or patterns; absent for all environments. */
      environments?: string[];
      /** @description Absent for all changes except rollbacks. */
      changes?: components['schemas']['ChangeKind'][];
      /** @enum {string} */
      inFlight?: 'finish' | 'abort';
      schedule:
        | components['schemas']['OnceSchedule']
        | components['schemas']['RecurringSchedule']
        | components['schemas']['CronSchedule'];
    };
    OnceSchedule: {
      /** @description Local date or time. */
      start: string;
      end: string;
      timeZone: string;
    };
    RecurringSchedule: {
      /** @description Local date or time. */
      start: string;
      /** @description ISO 8601 duration. */
      duration: string;
      /** @description RFC 5545 recurrence rule. */
      rrule: string;
      exdates?: string[];
      rdates?: string[];
      timeZone: string;
    };
    CronSchedule: {
      cron: string;
      /** @description ISO 8601 duration. */
      duration: string;
      timeZone: string;
    };
  };
  responses: {
    /** @description The request is not valid. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The request has no valid credentials. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The caller does not have the permission, or has credentials of another kind. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description There is no such entity or revision. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The body is longer than this route reads. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The body has a media type that this route does not take. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The document is edited in its repository. */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
  };
  parameters: {
    /** @description Kind of the entity, in any case. */
    Kind: string;
    /** @description Namespace of the entity. */
    Namespace: string;
    /** @description Name of the entity. */
    Name: string;
    /** @description How many at most. */
    Limit: number;
    /** @description The `nextCursor` of the page before, with the same filters and sort. */
    Cursor: string;
    /** @description What is to be done. */
    Change: 'deploy' | 'rollback' | 'config' | 'scale';
    /** @description The instant that is asked for; now unless given. */
    At: components['schemas']['Instant'];
  };
  requestBodies: never;
  headers: {
    /** @description Begins with the number of the revision in view. */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listRuns: {
    parameters: {
      query?: {
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before, with the same filters and sort. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of runs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listDeployments: {
    parameters: {
      query?: {
        /** @description Only those into this environment. */
        environment?: components['schemas']['EnvironmentName'];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before, with the same filters and sort. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of deployments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getPromotion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The promotion path. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Promotion'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getMetrics: {
    parameters: {
      query?: {
        /** @description The period, up to now. */
        days?: 30 | 90;
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The measures, with their sample sizes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Metrics'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  postEvents: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/cloudevents+json': string;
        'application/cloudevents-batch+json': string;
        'application/json': unknown;
      };
    };
    responses: {
      /** @description What became of each event, in their order. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventResults'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  listDocuments: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Entity reference of the system. */
        system?: components['schemas']['Strings'];
        /** @description Service tier, 1 to 4. */
        tier?: number[];
        /** @description Least coverage ratio, inclusive. */
        coverageMin?: number;
        /** @description Greatest coverage ratio, inclusive. */
        coverageMax?: number;
        status?: components['schemas']['DocumentStatus'][];
        /** @description Whether the document is past its review. */
        stale?: boolean;
        /** @description Words that must all occur in the entity's name, title, owner, system or tags. */
        q?: string;
        sort?:
          | 'entityRef'
          | 'title'
          | 'owner'
          | 'system'
          | 'tier'
          | 'coverage'
          | 'status'
          | 'reviewDueAt'
          | 'updatedAt';
        order?: 'asc' | 'desc';
        /**
         * @description With `document` each item carries the document of its revision in
         *     view, for reading many in few requests; `limit` is then at most 100.
         */
        include?: 'document';
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before, with the same filters and sort. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of handovers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
    };
  };
  validateDocument: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ValidateRequest'];
        'application/yaml': string;
        'text/yaml': string;
      };
    };
    responses: {
      /** @description What is wrong with it, and how much it covers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ValidationResult'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The state, with the last good revision in view. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentState'];
        };
      };
      /** @description Unchanged since the `If-None-Match` of the request. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  putDocument: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that the change was made from. */
        'If-Match'?: string;
        /** @description Create only, never replace. */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PutRequest'];
        'application/yaml': string;
        'text/yaml': string;
      };
    };
    responses: {
      /** @description The state with the new revision in view. The same content again makes no new revision. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentState'];
        };
      };
      /** @description The state with the first revision in view. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentState'];
        };
      };
      /** @description The document is not valid; `error.problems` lists every problem. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description Another revision came between. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      /** @description Neither `If-Match` nor `If-None-Match` was given. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  getMarkdown: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The page (CommonMark). */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/markdown': string;
        };
      };
      /** @description Unchanged since the `If-None-Match` of the request. */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listRevisions: {
    parameters: {
      query?: {
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before, with the same filters and sort. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of revisions without their content. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getRevision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        number: components['schemas']['RevisionNumber'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The revision. It never changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Revision'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listDocumentHistory: {
    parameters: {
      query?: {
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the page before, with the same filters and sort. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of the history. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentHistoryPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getDiff: {
    parameters: {
      query: {
        from: components['schemas']['RevisionNumber'];
        to: components['schemas']['RevisionNumber'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RevisionDiff'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A JSON Schema of draft 2020-12. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
          'application/schema+json': Record<string, never>;
        };
      };
    };
  };
  replayEvents: {
    parameters: {
      query?: {
        /** @description Sequence of the last event that the consumer handled. */
        after?: number;
        /** @description Only events of these topics. */
        topic?: components['schemas']['DomainEventTopic'][];
        /** @description How many at most. */
        limit?: components['parameters']['Limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of events. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DomainEventPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
    };
  };
  getGateDecision: {
    parameters: {
      query: {
        environment: components['schemas']['EnvironmentName'];
        /** @description What is to be done. */
        change?: components['parameters']['Change'];
        /** @description The instant that is asked for; now unless given. */
        at?: components['parameters']['At'];
        /** @description Version of what is to be deployed, for conditions that look at it. */
        artifactVersion?: string;
        /** @description OCI digest of what is to be deployed, `sha256:…`. */
        artifactDigest?: string;
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The decision. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GateDecision'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getGateDecisions: {
    parameters: {
      query?: {
        /** @description What is to be done. */
        change?: components['parameters']['Change'];
        /** @description The instant that is asked for; now unless given. */
        at?: components['parameters']['At'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One decision an environment, all at the same instant. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GateDecisions'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  recordGateDecision: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordDecisionRequest'];
      };
    };
    responses: {
      /** @description The decision, recorded. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecordedDecision'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  getOccurrences: {
    parameters: {
      query: {
        from: components['schemas']['Instant'];
        to: components['schemas']['Instant'];
        /** @description Only windows that apply to this environment. */
        environment?: components['schemas']['EnvironmentName'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The occurrences. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Occurrences'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getCalendars: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The calendars. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GateCalendars'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getCalendar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity, in any case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The feed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
}
