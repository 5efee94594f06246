// Generated from the files in ../openapi by `yarn generate`. Do not edit.

import type { HandoverDocument } from '../../documents/schema';
import type { SectionKey } from '../../documents/registry/types';
import type { ChangeBase } from '../../documents/diff';
import type { FactType } from '../../scorecards/facts/types';
import type { DecidingFact } from '../../scorecards/types';
import type { ScorecardCounts } from '../../scorecards/responses';

export interface paths {
  '/gate/admission/{cluster}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the cluster in `handover.admission.clusters`. */
        cluster: string;
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answers a Kubernetes API server whether it can change a workload.
     * @description A validating admission webhook. Requires the token of the cluster, which is
     *     checked before the body is read. A denial has the status 200, too. With any
     *     other status, the `failurePolicy` of the webhook decides.
     */
    post: operations['reviewAdmission'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/alerts/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Lists the firing alerts of an entity, most urgent first.
     * @description Reads the alerts from the providers that apply to the entity. `providers`
     *     contains the state of each. The alerts of a provider that is `failing` are
     *     unknown, and none of them are in the response. Without providers, nothing
     *     is known about alerts. A response is shared by everyone for
     *     `handover.alerts.maxAge`.
     */
    get: operations['listAlerts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendars': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the company calendars.
     * @description `locations` says where calendars are read from and what is wrong there. The
     *     calendar of a location that fails stays in force until its content is too
     *     old. From then on, the verdicts of the entities that it applies to are
     *     unknown. If no calendar of a location is in force, all verdicts are.
     */
    get: operations['listCompanyCalendars'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/calendars/{calendar}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the calendar. */
        calendar: string;
      };
      cookie?: never;
    };
    /** Gets a company calendar with its windows. */
    get: operations['getCompanyCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/delivery/{kind}/{namespace}/{name}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Lists the runs of an entity's pipelines, latest first.
     * @description Reads the entity's providers again if their data is older than
     *     `handover.delivery.maxAge`. `providers` contains the state of each
     *     provider. If one fails, the response still contains the data that was
     *     read before.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Lists the deployments of an entity, latest first. */
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Gets the current deployment in each environment, in the order of promotion.
     * @description The environments are sorted by their `promotedFrom`, or else as in the
     *     document. If the handover declares no environments, these are the ones in
     *     `handover.environments` in the configuration.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Gets the DORA metrics of deliveries to production. */
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
     * Receives CDEvents.
     * @description Accepts CDEvents 0.3 and later with the HTTP binding of CloudEvents 1.0, in
     *     binary mode, in structured mode or in a batch. Only services can send
     *     events, with a token of `backend.auth.externalAccess`.
     *
     *     The entity of an event is the one in `customData.entityRef`, or the only
     *     one whose annotation `handover.dev/cdevents-source` is the
     *     `context.source` of the event.
     *
     *     `context.source` and `context.id` identify the event. The ID of the
     *     CloudEvent can differ. You can send events in any order and more than
     *     once. They can be dated at most a day ahead of the server's clock. A valid
     *     event that Handover doesn't use has the result `ignored`, with the reason.
     *     For a single event that isn't valid or has no known entity, the response
     *     is 400. In a batch, each event has its own result.
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
     * Lists the handovers that the caller can read.
     * @description Different filters are combined with AND. Values of the same filter are
     *     combined with OR.
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
  '/documents/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Counts the handovers that the caller can read.
     * @description Counts the same handovers that `GET /documents` lists with the same
     *     filters: all of them and, with `groupBy`, those of each owner, system or
     *     domain.
     *
     *     A service with several owners counts for each of them. If you filter by
     *     owner, only these owners are groups. A service without its own domain
     *     belongs to the domain of its system.
     */
    get: operations['getFleetSummary'];
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
     * Checks a document without storing it.
     * @description The body is YAML, or JSON with the YAML in `yaml`.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Gets the current state of an entity's handover.
     * @description If the entity has no document, the status is `missing`. 404 means that
     *     the entity doesn't exist in the catalog.
     *
     *     `ETag` starts with the number of the current revision, for example
     *     `"3.…"`, or with 0 if there is none. `If-Match` only compares this number.
     *     The rest of the tag covers data that nobody edits, such as the status.
     */
    get: operations['getDocument'];
    /**
     * Stores a new revision of a document that is edited in the portal.
     * @description The request is conditional (RFC 9110, section 13.1), so that no change
     *     is lost. Set `If-Match` to the revision that you changed, for example
     *     `"3"`, or to the `ETag` of the document. To create the first revision, set
     *     `If-None-Match: *`. Without either, the response is 428. If the condition
     *     isn't met, it is 412.
     *
     *     If the document comes from a repository, edit it there. The response is
     *     409 and names the location.
     *     The body is YAML, or JSON with the YAML in `yaml`.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Gets an entity's handover as a Markdown page.
     * @description The page contains the last good revision. If its source can't be read or
     *     its review is overdue, a note below the heading says so. The response is
     *     404 if there is no document.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Lists the revisions of a document, newest first. */
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        number: components['schemas']['RevisionNumber'];
      };
      cookie?: never;
    };
    /** Gets a revision with its content. */
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Lists the state changes of a document, newest first.
     * @description A new entry is added each time the status, the coverage of a section, the
     *     staleness or the revision changes. It is valid until the next entry.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Compares two revisions by section and list item. */
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
     * Gets the JSON Schema of a document, for editors.
     * @description Requires no authentication, because editors send no credentials.
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
     * Replays domain events in the order of their sequence.
     * @description For consumers that missed events. The same events are published on
     *     Backstage's events service. Only services can read them, because they
     *     cover all entities.
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
  '/exemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists exemptions of the entities that the caller can read.
     * @description Different filters are combined with AND. Values of the same filter are
     *     combined with OR.
     */
    get: operations['listExemptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/budgets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists how much of their checks owners are exempt from.
     * @description Counts the entities that the caller can read, by their main owner. Lists
     *     only owners with exempt checks, up to 500.
     */
    get: operations['listExemptionBudgets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
     * Requests an exemption from a check.
     * @description It has no effect until somebody else approves it. Services cannot request
     *     exemptions. There can be one request
     *     at a time for a check of an entity. To renew an exemption, request another
     *     one before it ends.
     */
    post: operations['requestExemption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/{kind}/{namespace}/{name}/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts a requested exemption in force.
     * @description Needs another user than the one who requested it. Services cannot approve.
     */
    post: operations['approveExemption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/{kind}/{namespace}/{name}/{id}/deny': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Denies a requested exemption.
     * @description `note` is the reason, and required.
     */
    post: operations['denyExemption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/{kind}/{namespace}/{name}/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes back a request, or gives up an exemption before it ends.
     * @description Whoever may request exemptions of the entity can withdraw them.
     */
    post: operations['withdrawExemption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/exemptions/{kind}/{namespace}/{name}/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends an exemption that is in force.
     * @description `note` is the reason, and required.
     */
    post: operations['revokeExemption'];
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Decides whether an entity can be changed in an environment. */
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Decides for each environment of the entity.
     * @description The environments of the document come first, in their order. Environments
     *     that only occur in windows follow in order of appearance. If there are
     *     none, these are the ones in `handover.environments` in the configuration.
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
        /** @description Kind of the entity. Ignores case. */
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
     * Decides about a change that is about to happen, and records the decision.
     * @description Decides like `GET`, and records who asked, for which change and artifact,
     *     as the domain event `handover.decision.recorded`. If the decision can't be
     *     recorded, the request fails. Every request is recorded, even for the same
     *     change.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Lists the occurrences of windows, for a calendar view.
     * @description Contains every occurrence that overlaps `[from, to)`, sorted by start. The
     *     range is at most 1,100 days. If there are more than 2,000 occurrences, the
     *     later ones are left out and `truncated` is true.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Lists the calendars that apply to the entity, with their windows.
     * @description The calendars of the organization, domain and system come before the
     *     entity's own calendar. A calendar that couldn't be loaded has an `error`
     *     instead of `windows`.
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
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Gets the entity's windows as an iCalendar feed (RFC 5545). */
    get: operations['getCalendar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists initiatives, those that end first before others.
     * @description Counts the entities that the caller can read. Different filters are
     *     combined with AND. Values of the same filter are combined with OR.
     */
    get: operations['listInitiatives'];
    put?: never;
    /**
     * Creates a draft.
     * @description A draft shows how far every entity is. Nobody is notified until it is
     *     published.
     */
    post: operations['createInitiative'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    /**
     * Returns an initiative, with the progress of each team.
     * @description Counts the entities that the caller can read.
     */
    get: operations['getInitiative'];
    /** Changes an initiative that is not closed. */
    put: operations['updateInitiative'];
    post?: never;
    /**
     * Deletes a draft.
     * @description A published initiative can only be closed.
     */
    delete: operations['deleteInitiative'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Publishes a draft.
     * @description It is active from its first day on. Owners are notified.
     */
    post: operations['publishInitiative'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Closes a published initiative.
     * @description The progress of each entity stays as it is then.
     */
    post: operations['closeInitiative'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives/{id}/burn-up': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    /**
     * Returns the progress at the end of each day, with a forecast.
     * @description Counts the entities that the caller can read.
     */
    get: operations['getInitiativeBurnUp'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/initiatives/{id}/entities': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    /** Lists the entities of an initiative that the caller can read. */
    get: operations['listInitiativeEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oncall/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Gets who is on call for an entity now, and who is next.
     * @description Asks the on-call systems that apply to the entity, unless they responded
     *     within `handover.onCall.maxAge`. `providers` contains the state of each
     *     of them. If one fails, `items` has no entry for it: it is not known who
     *     is on call. A level with an empty `people` has nobody on call.
     */
    get: operations['getOnCall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/oncall/{kind}/{namespace}/{name}/page': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
     * Pages whoever is on call for an entity.
     * @description Only users can page. Handover sends a page once and never repeats it. For
     *     one minute, it refuses the same message of the same user to the same
     *     target (409).
     *
     *     With any 4xx status except 408, and with 502 and the error
     *     `PageNotSentError`, this request paged nobody. With 409, an earlier identical
     *     request may have paged somebody. With any other error, such as 504 and
     *     `PageOutcomeUnknownError`, and if there is no response, the page may have
     *     been sent.
     */
    post: operations['pageOnCall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/overrides': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists overrides of the entities that the caller can read.
     * @description Different filters are combined with AND. Values of the same filter are
     *     combined with OR.
     */
    get: operations['listOverrides'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/overrides': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /** Lists the overrides of an entity. */
    get: operations['listEntityOverrides'];
    put?: never;
    /**
     * Requests an override of a closed gate.
     * @description It has no effect until somebody else approves it, unless
     *     `handover.overrides.approval` is `none`. Services cannot request overrides.
     *     The duration is limited by `handover.overrides.maxDuration`, and the start
     *     can be at most 7 days away. A start in the past counts as now.
     */
    post: operations['requestOverride'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/overrides/{id}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approves a requested override.
     * @description Needs another user than the one who requested it. Services cannot approve.
     */
    post: operations['approveOverride'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/overrides/{id}/deny': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Denies a requested override.
     * @description Services cannot deny.
     */
    post: operations['denyOverride'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/overrides/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes back a request, or gives up an override before it ends.
     * @description Whoever may request overrides of the entity can withdraw them.
     */
    post: operations['withdrawOverride'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gate/{kind}/{namespace}/{name}/overrides/{id}/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends an approved override.
     * @description Takes effect at once.
     */
    post: operations['revokeOverride'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the scorecards that are in force.
     * @description `locations` says where scorecards are read from and what is wrong there.
     *     Scorecards of a location that fails stay in force as they were.
     */
    get: operations['listScorecards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/facts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the facts that conditions of scorecards may name. */
    get: operations['listFacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/open-checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the checks that entities do not pass, in the order in which they are best fixed.
     * @description Contains every check that fails or is unknown, of the entities that the
     *     caller can read: those of the lowest level first, and in a level those
     *     that bring the most weight for their effort. Checks that do not count yet
     *     are only listed with `upcoming`.
     *
     *     Different filters are combined with AND. Values of the same filter are
     *     combined with OR.
     */
    get: operations['listOpenChecks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Predicts what putting a scorecard in force changes, without storing it.
     * @description The body is the scorecard as YAML, or JSON with the YAML in `yaml`. Only
     *     entities that the caller can read are evaluated and counted. It is
     *     compared with the scorecard of the same name that is in force.
     *
     *     Each process makes one plan at a time; a few others wait. 503 means that
     *     too many are waiting, or that the plan took too long. 429 means that
     *     another plan of the same user is under way or waits, or that the user made
     *     30 in the last minute; `Retry-After` says when to try again.
     */
    post: operations['planScorecard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{scorecard}/results': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Lists the results of the entities that the caller can read.
     * @description Different filters are combined with AND. Values of the same filter are
     *     combined with OR.
     */
    get: operations['listScorecardResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{scorecard}/counts': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /** Counts levels and outcomes of the entities that the caller can read. */
    get: operations['countScorecardResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{scorecard}/trend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Counts the levels at the end of each day.
     * @description Counts the entities that the caller can read and that have a result now,
     *     each from the day of its first result on. Days are in UTC, the earliest
     *     first. The last one is today, so far.
     */
    get: operations['getScorecardTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{scorecard}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Lists the owners and entities whose scores rose and fell most.
     * @description Compares the results of the entities that the caller can read with those
     *     that they had some days ago. Entities that had none then are left out. The
     *     largest change comes first, up to ten of each. Owners are main owners.
     */
    get: operations['getScorecardChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/{scorecard}/preview': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Predicts what the checks that begin to count next change.
     * @description Checks can have a day from which they count. Evaluates the levels of the
     *     entities that the caller can read as on the next such day, from the outcomes
     *     that their checks have now.
     */
    get: operations['previewScorecard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/results/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Gets what each scorecard comes to for an entity.
     * @description Contains the scorecards whose scope the entity is in, with the facts that
     *     each check was decided from. An entity that was never evaluated has none.
     */
    get: operations['getEntityScorecards'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/results/{kind}/{namespace}/{name}/history/{scorecard}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /** Lists how the result of an entity changed, latest first. */
    get: operations['listScorecardHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/results/{kind}/{namespace}/{name}/badge-url/{scorecard}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Gets the address of a badge with the level of an entity.
     * @description Everybody who knows the address can see the badge, until it expires or
     *     the key that it is signed with is removed from the configuration. 404 if
     *     no keys are configured, or if the entity has no result.
     */
    get: operations['getBadgeUrl'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/scorecards/results/{kind}/{namespace}/{name}/badge/{scorecard}.svg': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    /**
     * Gets a badge with the level of an entity, as an image.
     * @description Requires no authentication, because a README shows it. The signature in
     *     the address, which `getBadgeUrl` makes, is the permission. Without a valid
     *     one the response is 404, whether or not the entity exists.
     */
    get: operations['getBadge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/triggers/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    /**
     * Returns which rollback triggers of an entity are met.
     * @description Evaluates the triggers that have a query, in the order of the handover.
     *     `sources` contains the state of each metrics source that applies to the
     *     entity. A trigger is met if one source says so, and not met only if all
     *     do. Otherwise it is `unknown`. Nothing is rolled back. Everyone shares a
     *     response for `handover.triggers.maxAge`.
     */
    get: operations['getTriggers'];
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
    /** @description An AdmissionReview of `admission.k8s.io/v1` with a response. */
    AdmissionReviewResponse: {
      /** @constant */
      apiVersion: 'admission.k8s.io/v1';
      /** @constant */
      kind: 'AdmissionReview';
      response: {
        uid: string;
        allowed: boolean;
        status?: {
          code: number;
          reason: string;
          message: string;
        };
        warnings?: string[];
        auditAnnotations?: {
          [key: string]: string;
        };
      };
    };
    /**
     * @description Somebody is working on the alert. It still fires, and still counts for
     *     requirements.
     */
    AlertAcknowledgement: {
      /** Format: date-time */
      at?: string;
      by?: string;
    };
    /** @description Why an alert notifies nobody, although it fires. */
    AlertSilence: {
      /** Format: date-time */
      until?: string;
      by?: string;
      comment?: string;
    };
    /** @description A firing alert. */
    Alert: {
      /** @description Unique within the provider. */
      id: string;
      provider: string;
      name: string;
      /** @description As the alerting system calls it, for example `critical`. */
      severity?: string;
      summary?: string;
      /**
       * Format: date-time
       * @description When it started to fire.
       */
      since: string;
      acknowledged?: components['schemas']['AlertAcknowledgement'];
      silenced?: components['schemas']['AlertSilence'];
      /** @description Whether another firing alert suppresses its notifications. */
      inhibited?: boolean;
      labels: {
        [key: string]: string;
      };
      /** @description The alert in the alerting system. */
      url?: string;
      /** @description The runbook that the alert names. */
      runbookUrl?: string;
      /** @description The environment that it fires in. */
      environment?: string;
    };
    /** @description The state of a system from which alerts are read. */
    AlertProviderState: {
      id: string;
      title: string;
      /** @enum {string} */
      status: 'ok' | 'failing';
      message?: string;
      /** Format: date-time */
      checkedAt: string;
      /** @description How many more alerts it has, beyond the limit. */
      omitted?: number;
    };
    Alerts: {
      items: components['schemas']['Alert'][];
      providers: components['schemas']['AlertProviderState'][];
    };
    CompanyCalendarList: {
      items: components['schemas']['CompanyCalendar'][];
      locations: components['schemas']['CalendarLocation'][];
    };
    /**
     * @description A place that a company calendar is read from. Unless one of its calendars
     *     is in force, Handover can't know which entities it applies to, and all
     *     verdicts are unknown.
     */
    CalendarLocation: {
      location: string;
      /** @description What is wrong with it. */
      problems: components['schemas']['Problem'][];
      /**
       * Format: date-time
       * @description When it could last be read. Absent if never.
       */
      readAt?: string;
      /** Format: date-time */
      failingSince?: string;
      /**
       * Format: date-time
       * @description When reading it was last tried. Absent if never.
       */
      checkedAt?: string;
    };
    /**
     * @description `current` as it was last read. `outdated` if it could not be read again,
     *     and its last good content decides. `expired` if that content is too old, so
     *     that verdicts are unknown. `invalid` if it does not fit the configured
     *     environments any more, so that verdicts are unknown too.
     * @enum {string}
     */
    CompanyCalendarStatus: 'current' | 'outdated' | 'expired' | 'invalid';
    /** @enum {string} */
    CompanyCalendarLevel: 'organization' | 'domain' | 'system';
    /** @description A company calendar without its windows. */
    CompanyCalendar: {
      name: string;
      /** @description Digest of the definition. */
      version: string;
      title: string;
      description?: string;
      owner: string;
      link?: string;
      level: components['schemas']['CompanyCalendarLevel'];
      scope: components['schemas']['EntityScope'];
      windowCount: number;
      /** @description Where it is read from. Absent if it is in the configuration. */
      location?: string;
      status: components['schemas']['CompanyCalendarStatus'];
    };
    /** @description A company calendar with its windows. */
    CompanyCalendarDetails: {
      name: string;
      /** @description Digest of the definition. */
      version: string;
      title: string;
      description?: string;
      owner: string;
      link?: string;
      level: components['schemas']['CompanyCalendarLevel'];
      scope: components['schemas']['EntityScope'];
      windowCount: number;
      /** @description Where it is read from. Absent if it is in the configuration. */
      location?: string;
      status: components['schemas']['CompanyCalendarStatus'];
      windows: components['schemas']['Window'][];
      /** @description Number of entities that it applies to and that the caller can read. */
      entityCount: number;
      source?: components['schemas']['CalendarLocation'];
    };
    Strings: string[];
    /**
     * Format: date-time
     * @description A time in RFC 3339 with an offset.
     */
    Instant: string;
    EnvironmentName: string;
    /** @description Backstage's error format. */
    ErrorBody: {
      error: {
        name: string;
        message: string;
        /** @description All problems of a document that was rejected. */
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
     * @description `unknown`: the run finished, and its outcome is not known.
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
    /** @description One deployment of an artifact to an environment. */
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
    /** @description The state of a system from which runs and deployments are read. */
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
      /** @description Whether this is demonstration data. */
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
    /** @description How far an environment is behind the one that its artifacts come from. */
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
        /** @description How many of them did not start, as their clusters showed. */
        notStarted: number;
        sampleSize: number;
        trend: (number | null)[];
      };
      timeToRestore: components['schemas']['DurationMetric'];
      providers: components['schemas']['ProviderStates'];
      /** @description Why releases that do not start are currently not detected. Those already recorded still count. Absent if the clusters are read. */
      startsUnknown?: string;
    };
    EventResult: {
      id?: string;
      source?: string;
      type?: string;
      /** @enum {string} */
      status: 'accepted' | 'duplicate' | 'ignored' | 'rejected';
      reason?: string;
      /** @description What was ignored in an event that was accepted. */
      remark?: string;
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
    /** @description A problem of a document, and its position. */
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
      /**
       * @description The level on each scorecard: its id, or `none` below the lowest.
       *     Scorecards without a result are absent.
       */
      levels?: {
        [key: string]: string;
      };
      /**
       * @description The coverage of each section of the last good revision. Empty if there
       *     is none.
       */
      sections?: {
        [key: string]: components['schemas']['SectionState'];
      };
      /** @description Number of problems that the check of the document found. */
      problems?: number;
    };
    DocumentPage: {
      items: components['schemas']['DocumentSummary'][];
      nextCursor?: string;
      totalItems: number;
      catalogOutdatedSince?: components['schemas']['CatalogOutdatedSince'];
    };
    /** @description The number of handovers by the coverage of one section. */
    SectionFigures: {
      covered: number;
      partial: number;
      missing: number;
    };
    FleetFigures: {
      /** @description Services that can have a handover, with or without one. */
      services: number;
      status: {
        ok: number;
        missing: number;
        invalid: number;
        unreachable: number;
      };
      /** @description Handovers whose review is overdue. */
      stale: number;
      /**
       * @description The mean of all coverage ratios. A service without a handover counts
       *     as 0. Absent if there are no services.
       */
      meanCoverage?: number;
      /** @description By the key of the section. */
      sections: {
        [key: string]: components['schemas']['SectionFigures'];
      };
    };
    FleetGroup: {
      /** @description Services that can have a handover, with or without one. */
      services: number;
      status: {
        ok: number;
        missing: number;
        invalid: number;
        unreachable: number;
      };
      /** @description Handovers whose review is overdue. */
      stale: number;
      /**
       * @description The mean of all coverage ratios. A service without a handover counts
       *     as 0. Absent if there are no services.
       */
      meanCoverage?: number;
      /** @description By the key of the section. */
      sections: {
        [key: string]: components['schemas']['SectionFigures'];
      };
      /** @description The owner, system or domain. Absent for services without one. */
      entityRef?: string;
    };
    FleetSummary: {
      totals: components['schemas']['FleetFigures'];
      /** @description Present if the request has `groupBy`, the largest first. */
      groups?: components['schemas']['FleetGroup'][];
      /** @description The number of groups, including those beyond `limit`. */
      totalGroups?: number;
      catalogOutdatedSince?: components['schemas']['CatalogOutdatedSince'];
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
      partial?: components['schemas']['PartialDocument'];
      coverage: components['schemas']['Coverage'];
      problems: components['schemas']['Problem'][];
      /** Format: date-time */
      failingSince?: string;
      location?: string;
      /** Format: date-time */
      checkedAt?: string;
      stale: boolean;
      reviewDueAt?: string;
      catalogOutdatedSince?: components['schemas']['CatalogOutdatedSince'];
    };
    /**
     * @description The sections of an invalid document that have no errors, for people to
     *     read. They are not in force: the gate, coverage, scorecards, search and
     *     exports ignore them. Present if the status is `invalid` and there is no
     *     good revision.
     */
    PartialDocument: {
      document: components['schemas']['HandoverDocument'];
      /** @description The sections that have errors, in document order. */
      sectionsWithErrors: SectionKey[];
    };
    /**
     * Format: date-time
     * @description Set if Handover has not been able to follow the catalog for a while: the
     *     time that its copy of the catalog is from. Entities, owners and systems
     *     can have changed since.
     */
    CatalogOutdatedSince: string;
    RevisionDiff: {
      from: components['schemas']['RevisionNumber'];
      to: components['schemas']['RevisionNumber'];
      /** @description Empty if both revisions have the same content. */
      changes: components['schemas']['DocumentChange'][];
    };
    /** @description The key of a section, or `metadata`. */
    ChangedSection: ChangeBase['section'];
    /**
     * @description One difference. `before` and `after` are JSON values. `from` and `to` are
     *     the positions of an element that was moved in its list.
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
      /** @description Whether the document can be stored. Warnings don't prevent that. */
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
      | 'handover.decision.recorded'
      | 'handover.exemption.changed'
      | 'handover.override.changed'
      | 'handover.scorecard.level-changed';
    /** @description Stays the same when an event is delivered again. */
    DomainEventId: string;
    /** @description Position in the order of all events. */
    DomainEventSequence: number;
    /** @description An event as published on the events service. `topic` is its type. */
    DomainEvent:
      | components['schemas']['DocumentChangedEventMessage']
      | components['schemas']['DocumentStatusChangedEventMessage']
      | components['schemas']['DeploymentRecordedEventMessage']
      | components['schemas']['IncidentDetectedEventMessage']
      | components['schemas']['IncidentResolvedEventMessage']
      | components['schemas']['DecisionRecordedEventMessage']
      | components['schemas']['ExemptionChangedEventMessage']
      | components['schemas']['OverrideChangedEventMessage']
      | components['schemas']['ScorecardLevelChangedEventMessage'];
    /** @description A handover has a new current revision. */
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
    /** @description The status of a handover changed. */
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
    /** @description A deployment was stored, or its outcome changed. */
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
    /** @description An incident started. */
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
    /** @description An incident ended. */
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
    /** @description A decision of the gate was recorded. */
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
    /** @description An exemption was requested, decided about or ended before its time. */
    ExemptionChangedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.exemption.changed';
      payload: components['schemas']['ExemptionChangedEvent'];
    };
    ExemptionChangedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      exemptionId: string;
      scorecard: string;
      check: string;
      state: components['schemas']['ExemptionState'];
      by: string;
      /** Format: date-time */
      expiresAt: string;
    };
    /** @description An override of the gate was requested, decided about or ended before its time. */
    OverrideChangedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.override.changed';
      payload: components['schemas']['OverrideChangedEvent'];
    };
    OverrideChangedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      overrideId: string;
      /** @enum {string} */
      status: 'requested' | 'approved' | 'denied' | 'withdrawn' | 'revoked';
      environments: string[];
      artifact?: components['schemas']['Artifact'];
      by: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string;
    };
    /** @description The level of an entity on a scorecard changed. */
    ScorecardLevelChangedEventMessage: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      topic: 'handover.scorecard.level-changed';
      payload: components['schemas']['ScorecardLevelChangedEvent'];
    };
    ScorecardLevelChangedEvent: {
      id: components['schemas']['DomainEventId'];
      sequence: components['schemas']['DomainEventSequence'];
      entityRef: string;
      /** Format: date-time */
      at: string;
      scorecard: string;
      /** @description Id of the level. Absent below the lowest. */
      level?: string;
      /** @description Id of the level before. Absent below the lowest. */
      previousLevel?: string;
      score?: number;
    };
    DomainEventPage: {
      items: components['schemas']['DomainEvent'][];
      /** @description Pass this as `after` to continue. */
      next: number;
      /** @description Whether more events follow after `next`. */
      hasMore: boolean;
      /** @description Whether events after `after` were already deleted. */
      hasGap: boolean;
    };
    /**
     * @description Only an approved exemption is in force.
     * @enum {string}
     */
    ExemptionState:
      | 'requested'
      | 'approved'
      | 'denied'
      | 'withdrawn'
      | 'revoked'
      | 'expired';
    RequestExemptionRequest: {
      scorecard: string;
      check: string;
      /** @description Why the check need not pass. Markdown. */
      reason: string;
      /** @description Address of what supports the reason, http or https. */
      evidence?: string;
      expiresAt: components['schemas']['Instant'];
    };
    ExemptionNote: {
      /** @description Markdown. */
      note?: string;
    };
    /** @description Who decided about an exemption or ended it. */
    ExemptionStep: {
      by: string;
      /** Format: date-time */
      at: string;
      /** @description Markdown. */
      note?: string;
    };
    /** @description A recorded permission not to pass a check until a time. */
    Exemption: {
      /** Format: uuid */
      id: string;
      entityRef: string;
      entityTitle?: string;
      owner?: string;
      scorecard: string;
      check: string;
      state: components['schemas']['ExemptionState'];
      /** @description Markdown. */
      reason: string;
      evidence?: string;
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      expiresAt: string;
      decision?: components['schemas']['ExemptionStep'];
      end?: components['schemas']['ExemptionStep'];
    };
    ExemptionPage: {
      items: components['schemas']['Exemption'][];
      nextCursor?: string;
      totalItems: number;
      /** @description How long after its request an exemption can end. */
      maxDurationSeconds: number;
    };
    ExemptionBudget: {
      owner: string;
      exempt: number;
      checks: number;
      exceeded: boolean;
    };
    ExemptionBudgets: {
      budget: number;
      items: components['schemas']['ExemptionBudget'][];
      omitted: number;
    };
    /** @enum {string} */
    ChangeKind: 'deploy' | 'rollback' | 'config' | 'scale';
    /** @enum {string} */
    Verdict: 'open' | 'closed' | 'unknown';
    /** @description One reason of a decision. `kind` is its type. */
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
       * @description The verdict that this window alone would give.
       * @enum {string}
       */
      verdict: 'open' | 'closed';
      title: string;
      reason?: string;
      /** @description ID of the window. */
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
    /** @description A calendar, or one of its windows, that couldn't be read. */
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
      /** @description ID of the window, if only that window couldn't be read. */
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
      /** @description ID of the condition. */
      condition: string;
      link?: string;
      /**
       * Format: date-time
       * @description When this result ends, if known.
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
      /** @description ID of the override. */
      override: string;
      /** @description Entity reference of the person who requested it. */
      by: string;
      ticket?: string;
      artifact?: components['schemas']['Artifact'];
      /** @description Whether it is in force at the requested time. */
      active: boolean;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      until: string;
    };
    /** @description The environment isn't known. */
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
    /** @description Information about the decision that doesn't change the verdict. */
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
      /** @description The environment's primary name, whichever name was requested. */
      environment: string;
      /**
       * @description What to do if the verdict is `unknown`, as configured for this
       *     environment. Absent for other verdicts.
       * @enum {string}
       */
      onUnknown?: 'pass' | 'block';
      change: components['schemas']['ChangeKind'];
      /** Format: date-time */
      at: string;
      /**
       * Format: date-time
       * @description When the verdict next changes, if found.
       */
      until?: string;
      /**
       * Format: date-time
       * @description When the gate is next open, if found.
       */
      nextOpen?: string;
      /**
       * Format: date-time
       * @description Present if `until` or `nextOpen` is missing because the windows have
       *     too many occurrences to search two years. The search stopped at this
       *     time. What happens later isn't known.
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
      /** @description Your name for the change, for example a pipeline run or a ticket. */
      changeId?: string;
      artifact?: components['schemas']['RequestedArtifact'];
    };
    RequestedArtifact: {
      name?: string;
      version?: string;
      digest?: string;
    };
    RecordedDecision: {
      id: string;
      /** Format: date-time */
      recordedAt: string;
      /** @description The user, or the subject of the service, that made the request. */
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
      /** @description Whether later occurrences were left out because there are too many. */
      truncated: boolean;
      /** @description Calendars and windows that couldn't be read. */
      problems: {
        calendar: string;
        window?: string;
        message: string;
      }[];
    };
    GateCalendars: {
      items: components['schemas']['Calendar'][];
    };
    /** @description A set of windows, or the error that prevented loading it. */
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
     * @description Where in the organization a calendar applies.
     * @enum {string}
     */
    CalendarLevel: 'organization' | 'domain' | 'system' | 'entity';
    Window: {
      id: string;
      title: string;
      /** @enum {string} */
      effect: 'allow' | 'deny';
      reason?: string;
      /** @description Names or patterns. Absent for all environments. */
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
    /**
     * @description An overdue initiative is past its last day and not closed.
     * @enum {string}
     */
    InitiativeState: 'draft' | 'planned' | 'active' | 'overdue' | 'closed';
    /** @enum {string} */
    InitiativeProgress: 'reached' | 'open' | 'unknown';
    /** @description The goal for each entity. Either a level or some checks. */
    InitiativeTarget:
      | {
          level: string;
        }
      | {
          checks: string[];
        };
    Words: string[];
    /** @description Entities that match every field with one of its values. */
    EntityScopeFields: {
      kind?: components['schemas']['Words'];
      type?: components['schemas']['Words'];
      lifecycle?: components['schemas']['Words'];
      system?: components['schemas']['Words'];
      domain?: components['schemas']['Words'];
      owner?: components['schemas']['Words'];
      tier?: number[];
      tags?: components['schemas']['Words'];
      labels?: {
        [key: string]: string[];
      };
    };
    /**
     * @description Entities that match every field with one of its values, and none of
     *     `except`.
     */
    EntityScope: {
      kind?: components['schemas']['Words'];
      type?: components['schemas']['Words'];
      lifecycle?: components['schemas']['Words'];
      system?: components['schemas']['Words'];
      domain?: components['schemas']['Words'];
      owner?: components['schemas']['Words'];
      tier?: number[];
      tags?: components['schemas']['Words'];
      labels?: {
        [key: string]: string[];
      };
      except?: components['schemas']['EntityScopeFields'][];
    };
    InitiativeDefinition: {
      title: string;
      /** @description Why it matters. Markdown. */
      description?: string;
      /** @description Entity reference of whoever runs it. */
      owner: string;
      scorecard: string;
      target: components['schemas']['InitiativeTarget'];
      scope?: components['schemas']['EntityScope'];
      /**
       * Format: date
       * @description First day, in UTC.
       */
      startsOn: string;
      /**
       * Format: date
       * @description Last day
       */
      endsOn: string;
    };
    CloseInitiativeRequest: {
      /** @description What came of it. Markdown. */
      note?: string;
    };
    /** @description Number of entities by progress. */
    InitiativeCounts: {
      reached: number;
      open: number;
      unknown: number;
    };
    /** @description A level or some checks that a set of entities is to reach by a date. */
    Initiative: {
      title: string;
      /** @description Why it matters. Markdown. */
      description?: string;
      /** @description Entity reference of whoever runs it. */
      owner: string;
      scorecard: string;
      target: components['schemas']['InitiativeTarget'];
      scope?: components['schemas']['EntityScope'];
      /**
       * Format: date
       * @description First day, in UTC.
       */
      startsOn: string;
      /**
       * Format: date
       * @description Last day
       */
      endsOn: string;
      /** Format: uuid */
      id: string;
      revision: number;
      state: components['schemas']['InitiativeState'];
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      publishedAt?: string;
      closed?: {
        by: string;
        /** Format: date-time */
        at: string;
        /** @description Markdown. */
        note?: string;
      };
      counts: components['schemas']['InitiativeCounts'];
      /** @description Why entities are not evaluated. */
      problem?: string;
    };
    InitiativePage: {
      items: components['schemas']['Initiative'][];
      nextCursor?: string;
      totalItems: number;
    };
    /** @description The entities of one owner. */
    InitiativeTeam: {
      owner: string;
      reached: number;
      open: number;
      unknown: number;
    };
    InitiativeDetails: {
      title: string;
      /** @description Why it matters. Markdown. */
      description?: string;
      /** @description Entity reference of whoever runs it. */
      owner: string;
      scorecard: string;
      target: components['schemas']['InitiativeTarget'];
      scope?: components['schemas']['EntityScope'];
      /**
       * Format: date
       * @description First day, in UTC.
       */
      startsOn: string;
      /**
       * Format: date
       * @description Last day
       */
      endsOn: string;
      /** Format: uuid */
      id: string;
      revision: number;
      state: components['schemas']['InitiativeState'];
      createdBy: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      publishedAt?: string;
      closed?: {
        by: string;
        /** Format: date-time */
        at: string;
        /** @description Markdown. */
        note?: string;
      };
      counts: components['schemas']['InitiativeCounts'];
      /** @description Why entities are not evaluated. */
      problem?: string;
      teams: components['schemas']['InitiativeTeam'][];
      omittedTeams: number;
    };
    InitiativeDay: {
      /** Format: date */
      day: string;
      reached: number;
      open: number;
      unknown: number;
    };
    /** @description When the rest is reached at the pace of the last four weeks. */
    InitiativeForecast:
      | {
          /** @enum {string} */
          kind: 'reached';
        }
      | {
          /** @enum {string} */
          kind: 'date';
          /** Format: date */
          day: string;
          isInTime: boolean;
        }
      | {
          /** @enum {string} */
          kind: 'noProgress';
        }
      | {
          /** @enum {string} */
          kind: 'tooEarly';
        };
    InitiativeBurnUp: {
      days: components['schemas']['InitiativeDay'][];
      forecast?: components['schemas']['InitiativeForecast'];
    };
    InitiativeEntity: {
      entityRef: string;
      title?: string;
      owner?: string;
      progress: components['schemas']['InitiativeProgress'];
      /** Format: date-time */
      since: string;
    };
    InitiativeEntityPage: {
      items: components['schemas']['InitiativeEntity'][];
      nextCursor?: string;
      totalItems: number;
    };
    /** @description An initiative that has started, as it concerns one entity. */
    EntityInitiative: {
      /** Format: uuid */
      id: string;
      title: string;
      scorecard: string;
      target: components['schemas']['InitiativeTarget'];
      /** Format: date */
      endsOn: string;
      state: components['schemas']['InitiativeState'];
      progress: components['schemas']['InitiativeProgress'];
      /** @description Why entities are not evaluated. */
      problem?: string;
    };
    /** @description An escalation policy or a schedule that a page notifies. */
    OnCallPageTarget: {
      id: string;
      name: string;
    };
    /**
     * @description On-call systems that know no urgency ignore it.
     * @enum {string}
     */
    OnCallPageUrgency: 'high' | 'low';
    PageOnCallRequest: {
      /** @description The id of the provider. */
      provider: string;
      /** @description The id in `canPage` of the provider's item. */
      target: string;
      /** @description What the people on call need to know. Plain text. */
      message: string;
      urgency?: components['schemas']['OnCallPageUrgency'];
    };
    /** @description A page that an on-call system accepted. */
    OnCallPage: {
      provider: string;
      target: components['schemas']['OnCallPageTarget'];
      /** @description The id of the incident or alert, if the system names one. */
      id?: string;
      url?: string;
    };
    OnCallPerson: {
      name: string;
      email?: string;
      url?: string;
      /**
       * Format: date-time
       * @description When the shift ends.
       */
      until?: string;
    };
    /** @description One level of an escalation policy. */
    OnCallLevel: {
      /** @description Level 1 is called first. */
      level: number;
      /** @description Who is on call now. Empty if nobody is. */
      people: components['schemas']['OnCallPerson'][];
      /** @description Who is on call after the current shift. */
      next?: {
        name: string;
        /** Format: date-time */
        from: string;
      };
    };
    /** @description Who is on call according to one provider. */
    OnCallItem: {
      provider: string;
      escalationPolicy?: {
        name: string;
        url?: string;
      };
      /** @description Every level of the policy, in ascending order. */
      levels: components['schemas']['OnCallLevel'][];
      canPage?: components['schemas']['OnCallPageTarget'];
    };
    /** @description The result of the last request to an on-call system. */
    OnCallProviderStatus: {
      id: string;
      title: string;
      /** @enum {string} */
      status: 'ok' | 'failing';
      message?: string;
      /** Format: date-time */
      checkedAt: string;
    };
    OnCall: {
      items: components['schemas']['OnCallItem'][];
      providers: components['schemas']['OnCallProviderStatus'][];
    };
    /**
     * @description Only an override that is `inForce` opens the gate. A request that nobody
     *     decided about before its end has `lapsed`.
     * @enum {string}
     */
    OverrideState:
      | 'requested'
      | 'lapsed'
      | 'scheduled'
      | 'inForce'
      | 'ended'
      | 'denied'
      | 'withdrawn'
      | 'revoked';
    RequestOverrideRequest: {
      /** @description Names or aliases of environments that the entity has. */
      environments: components['schemas']['EnvironmentName'][];
      artifact?: components['schemas']['RequestedArtifact'];
      from?: components['schemas']['Instant'];
      until: components['schemas']['Instant'];
      /** @description Why the change can't wait. Markdown. */
      reason: string;
      /** @description The incident or change, such as its address or number. */
      ticket?: string;
    };
    OverrideNote: {
      /** @description Markdown. */
      note?: string;
    };
    /** @description Who decided about an override or ended it. */
    OverrideStep: {
      by: string;
      /** Format: date-time */
      at: string;
      /** @description Markdown. */
      note?: string;
    };
    /** @description A request to pass a closed gate for a limited time. */
    Override: {
      /** Format: uuid */
      id: string;
      entityRef: string;
      entityTitle?: string;
      owner?: string;
      state: components['schemas']['OverrideState'];
      environments: string[];
      artifact?: components['schemas']['Artifact'];
      /** Format: date-time */
      from: string;
      /**
       * Format: date-time
       * @description Exclusive.
       */
      until: string;
      /** @description Markdown. */
      reason: string;
      ticket?: string;
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      decision?: components['schemas']['OverrideStep'];
      end?: components['schemas']['OverrideStep'];
    };
    OverridePage: {
      items: components['schemas']['Override'][];
      nextCursor?: string;
      totalItems: number;
      /** @description How long an override can last. */
      maxDurationSeconds: number;
      /**
       * @description Whether somebody else has to approve a request.
       * @enum {string}
       */
      approval: 'required' | 'none';
    };
    /**
     * @description What a check comes to. `unknown`: a fact is missing, or its source failed.
     * @enum {string}
     */
    Outcome: 'pass' | 'fail' | 'unknown' | 'exempt' | 'notApplicable';
    /**
     * @description Whether somebody wrote a fact, or it was seen.
     * @enum {string}
     */
    FactBasis: 'declared' | 'observed';
    FactDefinition: {
      name: string;
      /** @description The type, with what lists and mappings hold. */
      type: FactType;
      basis: components['schemas']['FactBasis'];
      description: string;
    };
    FactList: {
      items: components['schemas']['FactDefinition'][];
    };
    ScorecardLevel: {
      id: string;
      title: string;
      color?: string;
      description?: string;
    };
    ScorecardCheckDetails: {
      id: string;
      title: string;
      /** @description Id of the lowest level that needs the check. */
      level: string;
      weight: number;
      /** @enum {string} */
      effort: 'small' | 'medium' | 'large';
      /** @description Markdown. */
      why: string;
      fix: {
        /** @description Markdown. */
        text: string;
        /** @description Section of the handover that the fix is in. */
        section?: SectionKey;
        link?: string;
      };
      /** @description CEL. The check applies only where it is true. */
      when?: string;
      /** @description CEL. */
      condition: string;
      /**
       * Format: date
       * @description The day from which the check counts.
       */
      enforcedFrom?: string;
      basis: components['schemas']['FactBasis'][];
    };
    /** @description A scorecard that is in force. */
    ScorecardDetails: {
      name: string;
      /** @description Digest of the definition. */
      version: string;
      title: string;
      /** @description Markdown. */
      description?: string;
      owner: string;
      /** @description The lowest first. */
      levels: components['schemas']['ScorecardLevel'][];
      checks: components['schemas']['ScorecardCheckDetails'][];
    };
    ScorecardLocation: {
      location: string;
      problems: components['schemas']['Problem'][];
      /** Format: date-time */
      failingSince?: string;
      /** Format: date-time */
      checkedAt: string;
    };
    ScorecardList: {
      items: components['schemas']['ScorecardDetails'][];
      locations: components['schemas']['ScorecardLocation'][];
    };
    /** @description A fact that a check was decided from. It has a value, is missing, or is too long to be kept. */
    DecidingFact: DecidingFact;
    CheckResult: {
      id: string;
      outcome: components['schemas']['Outcome'];
      /** @description Whether the check changes level and score already. */
      counts: boolean;
      facts: components['schemas']['DecidingFact'][];
      /** @description Why the outcome is unknown. */
      reason?: string;
    };
    /** @description Weight of the counting checks by outcome. */
    OutcomeWeights: {
      pass: number;
      fail: number;
      unknown: number;
      exempt: number;
      notApplicable: number;
    };
    EntityScorecard: {
      scorecard: components['schemas']['ScorecardDetails'];
      result: {
        version: string;
        level?: string;
        levelHeld: boolean;
        score?: number;
        weights: components['schemas']['OutcomeWeights'];
        checks: components['schemas']['CheckResult'][];
        revision: number;
        /** Format: date-time */
        evaluatedAt: string;
        /** Format: date-time */
        changedAt: string;
      };
    };
    EntityScorecards: {
      items: components['schemas']['EntityScorecard'][];
      /** @description Initiatives that have started, those that end first before others. */
      initiatives: components['schemas']['EntityInitiative'][];
      /** @description Whether `getBadgeUrl` has addresses; absent if no keys are configured. */
      badges?: boolean;
    };
    BadgeUrl: {
      url: string;
      /** Format: date-time */
      expiresAt?: string;
    };
    ScorecardResultSummary: {
      entityRef: string;
      title?: string;
      owner?: string;
      system?: string;
      tier?: number;
      /** @description Id of the level. Absent below the lowest. */
      level?: string;
      /** @description Whether it is the last known level, as something is unknown. */
      levelHeld: boolean;
      score?: number;
      /** Format: date-time */
      changedAt: string;
    };
    ScorecardTrend: {
      days: components['schemas']['ScorecardTrendDay'][];
    };
    ScorecardTrendDay: {
      /** Format: date */
      day: string;
      entities: number;
      /** @description By id of the level; `none` below the lowest. */
      levels: {
        [key: string]: number;
      };
    };
    /** @description Scores are means. */
    OwnerChange: {
      /** @description Main owner; empty for none. */
      owner: string;
      entities: number;
      scoreBefore: number;
      score: number;
      /** @description Entities whose level rose. */
      gained: number;
      /** @description Entities whose level fell. */
      lost: number;
    };
    EntityChange: {
      entityRef: string;
      title?: string;
      owner?: string;
      /** @description Absent below the lowest. */
      levelBefore?: string;
      /** @description Absent below the lowest. */
      level?: string;
      scoreBefore: number;
      score: number;
    };
    ScorecardChanges: {
      /** Format: date-time */
      since: string;
      /** @description Entities with a result then and now. */
      entities: number;
      /** @description Entities whose level rose. */
      gained: number;
      /** @description Entities whose level fell. */
      lost: number;
      owners: {
        gains: components['schemas']['OwnerChange'][];
        drops: components['schemas']['OwnerChange'][];
      };
      services: {
        gains: components['schemas']['EntityChange'][];
        drops: components['schemas']['EntityChange'][];
      };
    };
    ScorecardPreview: {
      /** @description Absent if every check counts already. */
      next?: {
        /**
         * Format: date
         * @description The next day on which checks begin to count, in UTC.
         */
        day: string;
        checks: {
          id: string;
          outcomes: components['schemas']['OutcomeNumbers'];
        }[];
        /** @description Entities with a result. */
        entities: number;
        /** @description Entities whose level falls on that day. */
        lost: number;
      };
    };
    ScorecardResultPage: {
      items: components['schemas']['ScorecardResultSummary'][];
      nextCursor?: string;
      totalItems: number;
    };
    /** @description A check that an entity does not pass. */
    OpenCheck: {
      entityRef: string;
      title?: string;
      owner?: string;
      system?: string;
      tier?: number;
      /** @description Name of the scorecard. */
      scorecard: string;
      /** @description Id of the check. */
      check: string;
      /** @enum {string} */
      outcome: 'fail' | 'unknown';
      /** @description Why the outcome is unknown. */
      reason?: string;
      exemption?: components['schemas']['Exemption'];
      upcoming?: components['schemas']['UpcomingCheck'];
    };
    /**
     * @description What happens to the level on the day on which the check begins to count,
     *     if nothing else changes until then. Other checks can begin to count with
     *     it. Absent while the entity has no result of the scorecard as it is now.
     */
    UpcomingCheck: {
      /** @description Id of the level now. Absent below the lowest. */
      level?: string;
      /** @description Id of the level then. Absent below the lowest. */
      levelThen?: string;
    };
    OpenCheckPage: {
      items: components['schemas']['OpenCheck'][];
      nextCursor?: string;
      totalItems: number;
      /** @description How many entities have open checks. */
      openEntities: number;
      /** @description How many entities were evaluated, with open checks or without. */
      entities: number;
      /**
       * @description The scorecards that were asked for, each with the checks that `items`
       *     name.
       */
      scorecards: components['schemas']['ScorecardDetails'][];
    };
    /** @description Number of entities by id of the level; `none` below the lowest. */
    LevelNumbers: {
      [key: string]: number;
    };
    ScorecardCounts: {
      entities: number;
      levels: components['schemas']['LevelNumbers'];
      held: number;
      score?: number;
      /** @description Number of entities by outcome, for each check that counts. */
      checks: ScorecardCounts['checks'];
      /** @description The largest first. */
      groups: {
        /** @description Of the owner or the system; empty for none. */
        ref: string;
        entities: number;
        levels: components['schemas']['LevelNumbers'];
        held: number;
        score?: number;
      }[];
      omittedGroups: number;
    };
    ScorecardHistoryEntry: {
      /** Format: date-time */
      at: string;
      version: string;
      level?: string;
      levelHeld: boolean;
      score?: number;
      outcomes: {
        [key: string]: components['schemas']['Outcome'];
      };
    };
    ScorecardHistoryPage: {
      items: components['schemas']['ScorecardHistoryEntry'][];
      nextCursor?: string;
      totalItems: number;
    };
    PlannedLevels: {
      entities: number;
      levels: components['schemas']['LevelNumbers'];
      /** @description Entities whose level is only the last known one. */
      held: number;
      score?: number;
    };
    /**
     * @description An entity loses or gains a level, leaves or enters the scope, or has its
     *     level under another id.
     * @enum {string}
     */
    PlannedChangeKind: 'lost' | 'left' | 'renamed' | 'gained' | 'entered';
    /** @description Number of entities by kind of change. */
    PlannedChangeNumbers: {
      lost: number;
      left: number;
      renamed: number;
      gained: number;
      entered: number;
    };
    /** @description Number of entities by outcome. */
    OutcomeNumbers: {
      pass?: number;
      fail?: number;
      unknown?: number;
      exempt?: number;
      notApplicable?: number;
    };
    PlannedCheck: {
      id: string;
      title: string;
      level: string;
      /** @description Whether it counts after the change. */
      counts: boolean;
      /**
       * Format: date
       * @description The day from which the check counts.
       */
      enforcedFrom?: string;
      /** @description Absent if the check is new or does not count yet. */
      before?: components['schemas']['OutcomeNumbers'];
      /** @description Absent if the check is removed. */
      after?: components['schemas']['OutcomeNumbers'];
      /** @description Facts that are missing where it is unknown, the most frequent first. */
      unknown: {
        /** @description Absent if something else is the reason. */
        fact?: string;
        reason: string;
        entities: number;
      }[];
    };
    PlannedOwner: {
      /** @description Entity reference; empty for entities without an owner. */
      ref: string;
      changes: components['schemas']['PlannedChangeNumbers'];
    };
    PlannedChange: {
      entityRef: string;
      owner?: string;
      change: components['schemas']['PlannedChangeKind'];
      /** @description Id of the level now. Absent below the lowest. */
      before?: string;
      /** @description Id of the level after the change. */
      after?: string;
      /** @description Whether that is only the last known level. */
      levelHeld: boolean;
      /** @description Checks that cost it the level. */
      checks: string[];
    };
    ScorecardPlan: {
      name: string;
      title: string;
      /** @description The lowest first. */
      levels: {
        id: string;
        title: string;
      }[];
      /** @description Whether a scorecard of this name is in force. */
      inForce: boolean;
      /** Format: date-time */
      at: string;
      before: components['schemas']['PlannedLevels'];
      after: components['schemas']['PlannedLevels'];
      /**
       * @description Entities in the scope of the scorecard in force that it was not
       *     evaluated for yet.
       */
      outdated: number;
      changed: components['schemas']['PlannedChangeNumbers'];
      /** @description Those that are removed come last. */
      checks: components['schemas']['PlannedCheck'][];
      /** @description Owners of entities that change; those that lose most first. */
      owners: components['schemas']['PlannedOwner'][];
      omittedOwners: number;
      /** @description Entities that change; the largest losses first. */
      changes: components['schemas']['PlannedChange'][];
      omittedChanges: number;
    };
    ScorecardPlanResult: {
      /** @description Whether the scorecard can be put in force. Warnings don't prevent that. */
      valid: boolean;
      problems: components['schemas']['Problem'][];
      plan?: components['schemas']['ScorecardPlan'];
    };
    /** @description Results of a query at regular times, null where there is none. */
    TriggerHistory: {
      /**
       * Format: date-time
       * @description The time of the first value.
       */
      from: string;
      stepSeconds: number;
      values: (number | null)[];
    };
    /** @description A rollback trigger with a query, and whether it is met. */
    EvaluatedTrigger: {
      text: string;
      /** @description A PromQL expression that returns one series. */
      query: string;
      /** @description The trigger is met if the result is above this value. */
      above?: number;
      /** @description The trigger is met if the result is below this value. */
      below?: number;
      /** @description How long the result must stay beyond the limit, as an ISO 8601 duration. */
      for?: string;
      /** @description For example `ratio` or `seconds`. */
      unit?: string;
      /** @enum {string} */
      state: 'met' | 'notMet' | 'unknown';
      /**
       * @description Why the state is `unknown`.
       * @enum {string}
       */
      reason?:
        | 'noSource'
        | 'queryFailed'
        | 'noData'
        | 'severalSeries'
        | 'notANumber'
        | 'stale'
        | 'gaps';
      /** @description What failed, if the reason is `queryFailed`. */
      message?: string;
      /** @description The latest result. */
      value?: number;
      /**
       * Format: date-time
       * @description The time of the latest result. The samples behind it may be older.
       */
      at?: string;
      /**
       * Format: date-time
       * @description Since when results have been beyond the limit.
       */
      since?: string;
      /** @description Whether results may have been beyond the limit before `since`. */
      orEarlier?: boolean;
      history?: components['schemas']['TriggerHistory'];
      /** @description Id of the metrics source. */
      source?: string;
      /** @description The results in the source. */
      url?: string;
    };
    /** @description The state of a system from which metrics are read. */
    MetricsSourceState: {
      id: string;
      title: string;
      /** @enum {string} */
      status: 'ok' | 'failing';
      message?: string;
      /** Format: date-time */
      checkedAt: string;
    };
    /** @description A production deployment after which triggers are watched. */
    TriggerWatch: {
      environment: string;
      version?: string;
      /** Format: date-time */
      deployedAt: string;
      /**
       * @description Set if the deployment has not succeeded.
       * @enum {string}
       */
      outcome?: 'running' | 'failed';
      /**
       * Format: date-time
       * @description When the triggers are no longer watched.
       */
      until: string;
      /**
       * Format: date-time
       * @description The deadline for the decision, if a trigger is met.
       */
      decideBy?: string;
    };
    RollbackTriggers: {
      items: components['schemas']['EvaluatedTrigger'][];
      sources: components['schemas']['MetricsSourceState'][];
      watch?: components['schemas']['TriggerWatch'];
      /** @description Whether the last deployment could not be read. */
      watchUnknown?: boolean;
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
    /** @description The caller doesn't have the permission, or uses the wrong kind of credentials. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The entity or revision doesn't exist. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The body is longer than the limit of this route. */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The caller sent too many requests. */
    TooManyRequests: {
      headers: {
        /** @description Seconds after which to try again. */
        'Retry-After'?: number;
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Too many requests of this kind are waiting. Try again later. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The route doesn't accept the media type of the body. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description The state of the document or exemption doesn't allow it. */
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
    /** @description Kind of the entity. Ignores case. */
    Kind: string;
    /** @description Namespace of the entity. */
    Namespace: string;
    /** @description Name of the entity. */
    Name: string;
    /** @description Maximum number of items. */
    Limit: number;
    /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
    Cursor: string;
    /** @description Entity reference of an owner, or `none` for services without one. */
    Owner: components['schemas']['Strings'];
    /** @description Whether `owner` includes all groups below the given ones, at any depth. */
    OwnerTree: boolean;
    /** @description Entity reference of the system, or `none` for services without one. */
    System: components['schemas']['Strings'];
    /**
     * @description Entity reference of the service's domain, or else of its system's domain.
     *     `none` matches services without either.
     */
    Domain: components['schemas']['Strings'];
    /** @description Service tier, 1 to 4. */
    Tier: number[];
    /** @description Minimum coverage ratio, inclusive. */
    CoverageMin: number;
    /** @description Maximum coverage ratio, inclusive. */
    CoverageMax: number;
    Status: components['schemas']['DocumentStatus'][];
    /** @description Whether the review of the document is overdue. */
    Stale: boolean;
    /**
     * @description A scorecard and one of its levels, as `<scorecard>:<level>`. `none` as level
     *     matches services below the lowest.
     */
    Level: string[];
    /** @description Words that must all occur in the entity's name, title, owner, system or tags. */
    Words: string;
    /** @description Id of the exemption. */
    ExemptionId: string;
    /** @description The kind of change. */
    Change: 'deploy' | 'rollback' | 'config' | 'scale';
    /** @description The time to decide for. Defaults to now. */
    At: components['schemas']['Instant'];
    /** @description Id of the initiative. */
    InitiativeId: string;
    /** @description Id of the override. */
    OverrideId: string;
    /** @description Entity reference of the owner. */
    ResultOwner: components['schemas']['Strings'];
    /** @description Groups. Only entities that one of them or a group below it owns. */
    ResultWithin: components['schemas']['Strings'];
    /** @description Entity reference of the system. */
    ResultSystem: components['schemas']['Strings'];
    /** @description Entity reference of the entity's domain, or else of its system's domain. */
    ResultDomain: components['schemas']['Strings'];
    /** @description Name of the scorecard. */
    Scorecard: string;
  };
  requestBodies: never;
  headers: {
    /** @description Starts with the number of the current revision. */
    ETag: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  reviewAdmission: {
    parameters: {
      query?: {
        /**
         * @description How long the API server waits, for example `10s`. API servers add it to
         *     the address.
         */
        timeout?: string;
      };
      header?: never;
      path: {
        /** @description Name of the cluster in `handover.admission.clusters`. */
        cluster: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      /** @description The answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdmissionReviewResponse'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  listAlerts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The alerts, and where they come from. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Alerts'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listCompanyCalendars: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
          'application/json': components['schemas']['CompanyCalendarList'];
        };
      };
      401: components['responses']['Unauthorized'];
    };
  };
  getCompanyCalendar: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the calendar. */
        calendar: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The calendar. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CompanyCalendarDetails'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  listRuns: {
    parameters: {
      query?: {
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Only deployments to this environment. */
        environment?: components['schemas']['EnvironmentName'];
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Kind of the entity. Ignores case. */
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
        /** @description The length of the period that ends now, in days. */
        days?: 30 | 90;
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The metrics with their sample sizes. */
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
      /** @description The result of each event, in the same order. */
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
        /** @description Entity reference of an owner, or `none` for services without one. */
        owner?: components['parameters']['Owner'];
        /** @description Whether `owner` includes all groups below the given ones, at any depth. */
        ownerTree?: components['parameters']['OwnerTree'];
        /** @description Entity reference of the system, or `none` for services without one. */
        system?: components['parameters']['System'];
        /**
         * @description Entity reference of the service's domain, or else of its system's domain.
         *     `none` matches services without either.
         */
        domain?: components['parameters']['Domain'];
        /** @description Service tier, 1 to 4. */
        tier?: components['parameters']['Tier'];
        /** @description Minimum coverage ratio, inclusive. */
        coverageMin?: components['parameters']['CoverageMin'];
        /** @description Maximum coverage ratio, inclusive. */
        coverageMax?: components['parameters']['CoverageMax'];
        status?: components['parameters']['Status'];
        /** @description Whether the review of the document is overdue. */
        stale?: components['parameters']['Stale'];
        /**
         * @description A scorecard and one of its levels, as `<scorecard>:<level>`. `none` as level
         *     matches services below the lowest.
         */
        level?: components['parameters']['Level'];
        /** @description Words that must all occur in the entity's name, title, owner, system or tags. */
        q?: components['parameters']['Words'];
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
         * @description `document` adds the current document to each item, so that you can
         *     read many documents in a few requests. `limit` is then at most 100.
         *     `levels` adds the levels of scorecards. `coverage` adds the coverage of
         *     each section and the number of problems.
         */
        include?: 'document' | 'levels' | 'coverage';
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
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
  getFleetSummary: {
    parameters: {
      query?: {
        /** @description Entity reference of an owner, or `none` for services without one. */
        owner?: components['parameters']['Owner'];
        /** @description Whether `owner` includes all groups below the given ones, at any depth. */
        ownerTree?: components['parameters']['OwnerTree'];
        /** @description Entity reference of the system, or `none` for services without one. */
        system?: components['parameters']['System'];
        /**
         * @description Entity reference of the service's domain, or else of its system's domain.
         *     `none` matches services without either.
         */
        domain?: components['parameters']['Domain'];
        /** @description Service tier, 1 to 4. */
        tier?: components['parameters']['Tier'];
        /** @description Minimum coverage ratio, inclusive. */
        coverageMin?: components['parameters']['CoverageMin'];
        /** @description Maximum coverage ratio, inclusive. */
        coverageMax?: components['parameters']['CoverageMax'];
        status?: components['parameters']['Status'];
        /** @description Whether the review of the document is overdue. */
        stale?: components['parameters']['Stale'];
        /**
         * @description A scorecard and one of its levels, as `<scorecard>:<level>`. `none` as level
         *     matches services below the lowest.
         */
        level?: components['parameters']['Level'];
        /** @description Words that must all occur in the entity's name, title, owner, system or tags. */
        q?: components['parameters']['Words'];
        groupBy?: 'none' | 'owner' | 'system' | 'domain';
        /** @description Maximum number of groups. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures of all handovers and of the largest groups. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetSummary'];
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
      /** @description The problems and the coverage of the document. */
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
      503: components['responses']['Unavailable'];
    };
  };
  getDocument: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The state with the last good revision. */
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
        /** @description The revision that you changed. */
        'If-Match'?: string;
        /** @description Set `*` to create the first revision and never replace one. */
        'If-None-Match'?: string;
      };
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The state with the new revision. Unchanged content creates no revision. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentState'];
        };
      };
      /** @description The state with the first revision. */
      201: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DocumentState'];
        };
      };
      /** @description The document isn't valid. `error.problems` lists all problems. */
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
      /** @description The current revision is a different one. */
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
      /** @description The request has neither `If-Match` nor `If-None-Match`. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      503: components['responses']['Unavailable'];
    };
  };
  getMarkdown: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description One page of revisions, without their content. */
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
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The revision. Revisions never change. */
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
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Kind of the entity. Ignores case. */
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
      /** @description A JSON Schema (draft 2020-12). */
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
        /** @description Maximum number of items. */
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
  listExemptions: {
    parameters: {
      query?: {
        /** @description Entity reference. */
        entityRef?: components['schemas']['Strings'];
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Exemptions of entities that one of them or a group below it owns are listed. */
        within?: components['schemas']['Strings'];
        /** @description Name of the scorecard. */
        scorecard?: string;
        /** @description Id of the check. */
        check?: string;
        state?: components['schemas']['ExemptionState'][];
        /** @description Only exemptions that end before this time. */
        expiresBefore?: components['schemas']['Instant'];
        sort?: 'requestedAt' | 'expiresAt';
        order?: 'asc' | 'desc';
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of exemptions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExemptionPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
    };
  };
  listExemptionBudgets: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Entities that one of them or a group below it owns are counted. */
        within?: components['schemas']['Strings'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The budgets. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ExemptionBudgets'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
    };
  };
  requestExemption: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        'application/json': components['schemas']['RequestExemptionRequest'];
      };
    };
    responses: {
      /** @description The requested exemption. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Exemption'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  approveExemption: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExemptionNote'];
      };
    };
    responses: {
      /** @description The exemption as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Exemption'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  denyExemption: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExemptionNote'];
      };
    };
    responses: {
      /** @description The exemption as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Exemption'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  withdrawExemption: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExemptionNote'];
      };
    };
    responses: {
      /** @description The exemption as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Exemption'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  revokeExemption: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the exemption. */
        id: components['parameters']['ExemptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExemptionNote'];
      };
    };
    responses: {
      /** @description The exemption as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Exemption'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  getGateDecision: {
    parameters: {
      query: {
        environment: components['schemas']['EnvironmentName'];
        /** @description The kind of change. */
        change?: components['parameters']['Change'];
        /** @description The time to decide for. Defaults to now. */
        at?: components['parameters']['At'];
        /**
         * @description The name of the artifact, if the service has several. Pass its version
         *     or digest, too.
         */
        artifactName?: string;
        /** @description The version that you want to deploy, for conditions and overrides that check it. */
        artifactVersion?: string;
        /** @description The OCI digest that you want to deploy, `sha256:…`. */
        artifactDigest?: string;
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        /** @description The kind of change. */
        change?: components['parameters']['Change'];
        /** @description The time to decide for. Defaults to now. */
        at?: components['parameters']['At'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description One decision for each environment, all for the same time. */
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
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The recorded decision. */
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
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Kind of the entity. Ignores case. */
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
        /** @description Kind of the entity. Ignores case. */
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
  listInitiatives: {
    parameters: {
      query?: {
        state?: components['schemas']['InitiativeState'][];
        /** @description Name of the scorecard. */
        scorecard?: string;
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Entities that one of them or a group below it owns are counted. */
        within?: components['schemas']['Strings'];
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of initiatives. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitiativePage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
    };
  };
  createInitiative: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InitiativeDefinition'];
      };
    };
    responses: {
      /** @description The draft. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Initiative'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  getInitiative: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Entities that one of them or a group below it owns are counted. */
        within?: components['schemas']['Strings'];
      };
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The initiative. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitiativeDetails'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  updateInitiative: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that you saw, for example `"3"`. */
        'If-Match'?: string;
      };
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InitiativeDefinition'];
      };
    };
    responses: {
      /** @description The initiative as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Initiative'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description The current revision is a different one. */
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
      /** @description The request does not have `If-Match`. */
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
  deleteInitiative: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that you saw, for example `"3"`. */
        'If-Match'?: string;
      };
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deleted draft. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Initiative'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description The current revision is a different one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      /** @description The request does not have `If-Match`. */
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
  publishInitiative: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that you saw, for example `"3"`. */
        'If-Match'?: string;
      };
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The initiative as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Initiative'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description The current revision is a different one. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      /** @description The request does not have `If-Match`. */
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
  closeInitiative: {
    parameters: {
      query?: never;
      header?: {
        /** @description The revision that you saw, for example `"3"`. */
        'If-Match'?: string;
      };
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseInitiativeRequest'];
      };
    };
    responses: {
      /** @description The initiative as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Initiative'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      /** @description The current revision is a different one. */
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
      /** @description The request does not have `If-Match`. */
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
  getInitiativeBurnUp: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Entities that one of them or a group below it owns are counted. */
        within?: components['schemas']['Strings'];
      };
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The days. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitiativeBurnUp'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  listInitiativeEntities: {
    parameters: {
      query?: {
        progress?: components['schemas']['InitiativeProgress'][];
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Groups. Entities that one of them or a group below it owns are counted. */
        within?: components['schemas']['Strings'];
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Id of the initiative. */
        id: components['parameters']['InitiativeId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of entities. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InitiativeEntityPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  getOnCall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description Who is on call, by provider. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCall'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  pageOnCall: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        'application/json': components['schemas']['PageOnCallRequest'];
      };
    };
    responses: {
      /** @description The on-call system accepted the page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OnCallPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      /** @description There were too many pages. Nobody was paged. */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      /** @description The on-call system refused the page. Nobody was paged. */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
      /** @description The page may have been sent. */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorBody'];
        };
      };
    };
  };
  listOverrides: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['schemas']['Strings'];
        /** @description Name or alias of an environment. */
        environment?: components['schemas']['Strings'];
        state?: components['schemas']['OverrideState'][];
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of overrides, latest request first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverridePage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
    };
  };
  listEntityOverrides: {
    parameters: {
      query?: {
        state?: components['schemas']['OverrideState'][];
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description One page of overrides, latest request first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverridePage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  requestOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
        'application/json': components['schemas']['RequestOverrideRequest'];
      };
    };
    responses: {
      /** @description The requested override. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Override'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  approveOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrideNote'];
      };
    };
    responses: {
      /** @description The override as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Override'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  denyOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrideNote'];
      };
    };
    responses: {
      /** @description The override as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Override'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  withdrawOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrideNote'];
      };
    };
    responses: {
      /** @description The override as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Override'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  revokeOverride: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Id of the override. */
        id: components['parameters']['OverrideId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OverrideNote'];
      };
    };
    responses: {
      /** @description The override as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Override'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
    };
  };
  listScorecards: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The scorecards. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardList'];
        };
      };
      401: components['responses']['Unauthorized'];
    };
  };
  listFacts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The facts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FactList'];
        };
      };
      401: components['responses']['Unauthorized'];
    };
  };
  listOpenChecks: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /**
         * @description Owners. Checks of entities that one of them or a group below it owns
         *     are listed.
         */
        within?: string[];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
        /** @description Name of a scorecard. All by default. */
        scorecard?: components['schemas']['Strings'];
        /**
         * @description If true, lists the checks that don't count yet instead, by the date
         *     they start to count.
         */
        upcoming?: boolean;
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of open checks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenCheckPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  planScorecard: {
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
      /** @description The problems of the scorecard, and what it changes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardPlanResult'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      503: components['responses']['Unavailable'];
    };
  };
  listScorecardResults: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /** @description Groups. Only entities that one of them or a group below it owns. */
        within?: components['parameters']['ResultWithin'];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
        /** @description Id of a level, or `none` for entities below the lowest. */
        level?: components['schemas']['Strings'];
        /** @description Id of a check that `outcome` is about. */
        check?: string;
        /** @description Outcomes of the check, or of any check. */
        outcome?: components['schemas']['Outcome'][];
        sort?: 'entityRef' | 'level' | 'score';
        order?: 'asc' | 'desc';
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of results. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardResultPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  countScorecardResults: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /** @description Groups. Only entities that one of them or a group below it owns. */
        within?: components['parameters']['ResultWithin'];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
        /** @description Counts the same for each owner or system too, up to 500. */
        groupBy?: 'owner' | 'system';
      };
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The counts. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardCounts'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  getScorecardTrend: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /** @description Groups. Only entities that one of them or a group below it owns. */
        within?: components['parameters']['ResultWithin'];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
        days?: number;
      };
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The trend. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardTrend'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  getScorecardChanges: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /** @description Groups. Only entities that one of them or a group below it owns. */
        within?: components['parameters']['ResultWithin'];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
        days?: number;
      };
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
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
          'application/json': components['schemas']['ScorecardChanges'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  previewScorecard: {
    parameters: {
      query?: {
        /** @description Entity reference of the owner. */
        owner?: components['parameters']['ResultOwner'];
        /** @description Groups. Only entities that one of them or a group below it owns. */
        within?: components['parameters']['ResultWithin'];
        /** @description Entity reference of the system. */
        system?: components['parameters']['ResultSystem'];
        /** @description Entity reference of the entity's domain, or else of its system's domain. */
        domain?: components['parameters']['ResultDomain'];
      };
      header?: never;
      path: {
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The prediction. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardPreview'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  getEntityScorecards: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The scorecards and their results. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityScorecards'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listScorecardHistory: {
    parameters: {
      query?: {
        /** @description Maximum number of items. */
        limit?: components['parameters']['Limit'];
        /** @description The `nextCursor` of the previous page. Use the same filters and sort order. */
        cursor?: components['parameters']['Cursor'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page of history. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScorecardHistoryPage'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getBadgeUrl: {
    parameters: {
      query?: {
        /** @description When the address ends. Without it, it does not. */
        expiresAt?: components['schemas']['Instant'];
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The address. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BadgeUrl'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  getBadge: {
    parameters: {
      query?: {
        /** @description Signature of the entity, the scorecard and `expires`. */
        signature?: string;
        /** @description When the address ends, in seconds since 1970. */
        expires?: string;
      };
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
        kind: components['parameters']['Kind'];
        /** @description Namespace of the entity. */
        namespace: components['parameters']['Namespace'];
        /** @description Name of the entity. */
        name: components['parameters']['Name'];
        /** @description Name of the scorecard. */
        scorecard: components['parameters']['Scorecard'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The badge. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      404: components['responses']['NotFound'];
    };
  };
  getTriggers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Kind of the entity. Ignores case. */
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
      /** @description The triggers, and where their values come from. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RollbackTriggers'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
}
