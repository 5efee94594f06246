/**
 * A number with a unit, or an ISO 8601 duration.
 * @pattern ^\s*(P[0-9YMWDTHS.,]+|[0-9]*\.?[0-9]+ *([Mm]s|[Mm]secs?|[Mm]illiseconds?|[Ss](ecs?|econds?)?|[Mm](ins?|inutes?)?|[Hh](rs?|ours?)?|[Dd](ays?)?|[Ww](eeks?)?|[Yy](rs?|ears?)?))\s*$
 */
type DurationText = string;

/** A duration, for example `10 minutes`, `PT10M` or `{ minutes: 10 }`. */
type Duration =
  | DurationText
  | {
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
      milliseconds?: number;
    };

export interface Config {
  handover?: {
    /**
     * The environments of your company, in the order of promotion. If a
     * handover declares no environments, its entity has all of these. A
     * handover can declare more. Names ignore case and surrounding space.
     * @default [{ "name": "production", "aliases": ["prod", "prd"] }]
     */
    environments?: Array<{
      /**
       * The name of the environment, or a pattern with `*` (any number of
       * characters) and `?` (one character). The settings of a pattern apply to
       * every matching environment that has no setting of its own. A pattern
       * doesn't make a name known.
       */
      name: string;
      /**
       * Other names of the same environment, for example `prod` for
       * `production`.
       */
      aliases?: string[];
      /**
       * Delivery is measured in the first environment of an entity with this
       * mark. Without one, it is measured in the last environment of the
       * promotion path.
       * @default If no entry has this mark: true for production, prod, stable
       * and live
       */
      production?: boolean;
      /**
       * The gate's verdict if no allow window applies.
       * @default "open"
       */
      default?: 'open' | 'closed';
      /**
       * What to do if the verdict is `unknown` in this environment. For an
       * environment that isn't known, the gate always returns `block`.
       * @default "block"
       */
      unknown?: 'pass' | 'block';
      /**
       * What the gate requires in this environment, besides windows. Rollbacks
       * need none of it. Each requirement is a setting of its own: an entry can
       * drop one that a pattern makes, with `false` or an empty list.
       */
      requires?: {
        /** Levels that a service must have reached. */
        scorecards?: Array<{
          /** The name of the scorecard, for example `handover-ready`. */
          name: string;
          /** The id of the lowest level that is enough. */
          level: string;
        }>;
        /**
         * Whether the handover must be valid and its review not overdue.
         * @default false
         */
        freshHandover?: boolean;
        /**
         * Whether the last finished run on the branch main or master must have
         * passed: of every pipeline, or of the pipelines with these names or
         * patterns with `*` and `?`.
         * @default false
         */
        lastRunPassed?: boolean | string[];
        /**
         * Whether the artifact must be in the environment that this one is
         * promoted from.
         * @default false
         */
        inPreviousEnvironment?: boolean;
        /**
         * Whether critical alerts that are not muted close the gate.
         * @default false
         */
        noCriticalAlerts?: boolean;
      };
    }>;
    /** The admission webhook for Kubernetes. */
    admission?: {
      /**
       * The clusters that ask the gate before workloads change.
       * @default none, the webhook rejects every request
       */
      clusters?: Array<{
        /**
         * The name of the cluster in handovers and in the path of the webhook,
         * `/api/handover/gate/admission/<name>`.
         */
        name: string;
        /**
         * The bearer token that the API server sends, of at least 32 characters.
         * @visibility secret
         */
        token: string;
        /**
         * How the gate is enforced in namespaces that no entry of `namespaces`
         * matches. `enforce` denies changes, `warn` warns whoever makes them, and
         * `audit` only adds annotations to the audit log of the cluster.
         * @default "audit"
         */
        mode?: 'enforce' | 'warn' | 'audit';
        /**
         * What happens to workloads that belong to no entity, or to several.
         * `deny` only denies in the mode `enforce`, where it is the default.
         * Otherwise, the default is `allow`.
         */
        unmatched?: 'allow' | 'deny';
        /** Settings of some namespaces. The first match applies. */
        namespaces?: Array<{
          /**
           * The name of the namespace, or a pattern with `*` (any number of
           * characters) and `?` (one character).
           */
          match: string;
          /**
           * How the gate is enforced here.
           * @default The mode of the cluster
           */
          mode?: 'enforce' | 'warn' | 'audit';
          /**
           * What happens here to workloads that belong to no entity, or to
           * several.
           * @default The setting of the cluster, if it has one
           */
          unmatched?: 'allow' | 'deny';
        }>;
      }>;
    };
    /** How Handover finds documents and keeps them up to date. */
    documents?: {
      /**
       * Kinds of catalog entities that can have a handover.
       * @default ["Component", "System"]
       * @minItems 1
       */
      kinds?: string[];
      /**
       * How the document of an entity is found: only through its annotation
       * `handover.dev/ref`, or also as a `handover.yaml` next to the file that
       * the entity was read from.
       * @default "annotation"
       */
      discovery?: 'annotation' | 'sibling';
      /**
       * Folders from which documents of `file:` locations can be read. Relative
       * folders start at the backend's working directory.
       * @default The folders of the file locations in `catalog.locations`
       */
      folders?: string[];
      /** How the mirror of the catalog is kept up to date. */
      catalog?: {
        /**
         * How often the mirror is compared with the catalog.
         * @default 1 minute
         */
        frequency?: Duration;
        /**
         * Entities in each request to the catalog, 1 to 1000.
         * @default 500
         * @minimum 1
         * @maximum 1000
         */
        batchSize?: number;
      };
      /** How documents are refreshed. */
      refresh?: {
        /**
         * How often each process checks for documents that are due.
         * @default 10 seconds
         */
        frequency?: Duration;
        /**
         * When a document is due again after it was read. Push events make it
         * due immediately.
         * @default 10 minutes
         */
        interval?: Duration;
        /**
         * Documents that a process claims at once, 1 to 1000.
         * @default 100
         * @minimum 1
         * @maximum 1000
         */
        batchSize?: number;
        /**
         * Documents that a process reads in parallel, 1 to 100.
         * @default 10
         * @minimum 1
         * @maximum 100
         */
        concurrency?: number;
        /**
         * How long reading one document can take.
         * @default 15 seconds
         */
        timeout?: Duration;
      };
      /** How the history of document states is stored. */
      history?: {
        /**
         * How long the history of a document is kept. The current state is
         * always kept.
         * @default 1095 days
         */
        retention?: Duration;
        /**
         * How often the backend checks for documents that became stale. All
         * other changes are stored when they happen.
         * @default 10 minutes
         */
        frequency?: Duration;
      };
    };
    /** What runs in Kubernetes. */
    kubernetes?: {
      /** Facts of scorecards about what runs in production. */
      facts?: {
        /**
         * Whether the backend reads the clusters for facts of scorecards, and to
         * count releases that do not start in delivery metrics. It reads them
         * through the Kubernetes plugin's backend, with the credentials that are
         * configured there.
         * @default false
         */
        enabled?: boolean;
        /**
         * How often an entity is read, 1 second to 1 day. Facts from a reading
         * that is older than twice as long are missing.
         * @default 15 minutes
         */
        interval?: Duration;
        /**
         * How long one request to the Kubernetes plugin can take, at most one
         * minute.
         * @default 15 seconds
         */
        timeout?: Duration;
        /**
         * The pause of one backend between two entities, at most one minute.
         * @default 250 milliseconds
         */
        pause?: Duration;
      };
    };
    links?: {
      /**
       * Link schemes to allow in addition to http, https and mailto, for
       * example `slack` or `msteams`. Schemes that run code or read files are
       * never allowed.
       */
      schemes?: string[];
      /**
       * Hosts whose links in handovers are checked, for facts of scorecards:
       * `wiki.example.com`, `*.example.com` for all hosts below a domain, or
       * `git.example.com:8443` if it isn't the default port. No request is made
       * to any other host. Without hosts, no links are checked.
       */
      hosts?: string[];
      /**
       * How often a link is checked, 1 second to 30 days.
       * @default 1 day
       */
      interval?: Duration;
      /**
       * How long one request can take, at most one minute.
       * @default 10 seconds
       */
      timeout?: Duration;
      /**
       * The pause between two requests of one backend to one host, at most one
       * minute.
       * @default 1 second
       */
      pause?: Duration;
    };
    /** Decisions about when an entity can be changed. */
    gate?: {
      /**
       * How long a calendar source, condition or override source of a module
       * can take, at most one minute. If one takes longer, its part of the
       * decision is unknown.
       * @default 3 seconds
       */
      timeout?: Duration;
      /**
       * The gate's verdict in an environment if no allow window applies.
       * @deprecated Use `default` of an entry in `handover.environments`.
       */
      defaults?: Array<{
        /** The name of an environment, or a pattern such as `prod*`. */
        environment: string;
        verdict: 'open' | 'closed';
      }>;
      /**
       * Environments of entities whose handovers declare none, in order.
       * @deprecated Use `handover.environments`.
       */
      environments?: string[];
    };
    /** Domain events for other plugins. */
    events?: {
      /**
       * How long you can replay events.
       * @default 30 days
       */
      retention?: Duration;
      /**
       * How often each process checks for events that were not published
       * because a process died or publishing failed. All other events are
       * published immediately.
       * @default 10 seconds
       */
      frequency?: Duration;
    };
    /** Requests to other backends: the catalog, the permission backend and the cache. */
    backends?: {
      /**
       * Timeout of one request, at most one minute. A request that times out is
       * aborted, and whatever needed the response fails.
       * @default 15 seconds
       */
      timeout?: Duration;
    };
    /** Firing alerts. */
    alerts?: {
      /**
       * How long a result is shared by everyone, at most one minute.
       * @default 15 seconds
       */
      maxAge?: Duration;
      /**
       * How long a provider of alerts can take, at most one minute.
       * @default 5 seconds
       */
      timeout?: Duration;
    };
    /** Rollback triggers that are evaluated. */
    triggers?: {
      /**
       * How long a result is shared by everyone, at most one minute.
       * @default 15 seconds
       */
      maxAge?: Duration;
      /**
       * How long all queries of a service can take together, at most one minute.
       * @default 5 seconds
       */
      timeout?: Duration;
    };
    /** Pipeline runs and deployments. */
    delivery?: {
      /**
       * How long runs and deployments are kept, at least 90 days. The current
       * deployments are always kept.
       * @default 400 days
       */
      retention?: Duration;
      /**
       * When someone opens an entity, pipeline providers whose data is older
       * than this are read again.
       * @default 1 minute
       */
      maxAge?: Duration;
      /**
       * How long a pipeline provider can take.
       * @default 20 seconds
       */
      timeout?: Duration;
      /**
       * How long a request waits for providers that have never responded.
       * @default 3 seconds
       */
      wait?: Duration;
      /**
       * Maximum number of runs and deployments to request from a provider, 1 to
       * 500.
       * @default 100
       * @minimum 1
       * @maximum 500
       */
      limit?: number;
      /**
       * Names of environments that count as production. Delivery is measured in
       * the first of them that an entity has, or in its last environment.
       * @deprecated Use `production: true` of an entry in
       * `handover.environments`.
       */
      production?: string[];
      /** How pipelines are pulled in the background. */
      pull?: {
        /**
         * Whether pipelines are pulled on a schedule. If false, they are only
         * read when someone opens an entity.
         * @default true
         */
        enabled?: boolean;
        /**
         * How often a busy entity is pulled. An entity is busy if it had a run
         * or a deployment within the last day, or was opened within the last
         * hour.
         * @default 15 minutes
         */
        interval?: Duration;
        /**
         * How often any other entity is pulled. Also the longest wait between
         * attempts while its providers fail. Must not be shorter than
         * `interval`.
         * @default 6 hours
         */
        idleInterval?: Duration;
        /**
         * How often each process checks for entities that are due.
         * @default 30 seconds
         */
        frequency?: Duration;
        /**
         * Entities that a process claims at once, 1 to 500.
         * @default 20
         * @minimum 1
         * @maximum 500
         */
        batchSize?: number;
        /**
         * Entities that a process pulls in parallel, 1 to 50.
         * @default 3
         * @minimum 1
         * @maximum 50
         */
        concurrency?: number;
      };
    };
    /** Who is on call. */
    onCall?: {
      /**
       * How long a result is used before the on-call systems are asked again.
       * @default 1 minute
       */
      maxAge?: Duration;
      /**
       * How long an on-call system can take, also to accept a page. At most 40
       * seconds.
       * @default 10 seconds
       */
      timeout?: Duration;
    };
    /** Notifications about reviews, exemptions and levels. */
    notifications?: {
      /**
       * Whether owners and approvers are notified. Needs the notifications
       * backend.
       * @default false
       */
      enabled?: boolean;
    };
    /** Overrides of a closed gate. */
    overrides?: {
      /**
       * Whether an override must be approved by somebody other than the user who
       * requested it. With `none`, a request is approved at once.
       * @default required
       */
      approval?: 'required' | 'none';
      /**
       * How long an override can last, at most 7 days.
       * @default 4 hours
       */
      maxDuration?: Duration;
      /**
       * How long an override is kept after its end.
       * @default 1095 days
       */
      retention?: Duration;
    };
    /** Calendars of the company: when many services can be changed. */
    calendars?: {
      /** Calendars, each as in a file with `kind: Calendar`. */
      definitions?: object[];
      /**
       * Addresses of files with a calendar, which the URL readers can read. They
       * have no user or password.
       */
      locations?: string[];
      /**
       * How often the locations are read.
       * @default 5 minutes
       */
      refresh?: Duration;
      /**
       * How long the last good content of a location can be used if it cannot be
       * read any more. After that, the verdicts of its services are unknown.
       * @default 1 day
       */
      maxAge?: Duration;
    };
    /** Scorecards: checks of handovers, and the levels that services reach. */
    scorecards?: {
      /**
       * Whether the scorecard `handover-ready`, which comes with Handover, is in
       * force.
       * @default false
       */
      handoverReady?: boolean;
      /** Scorecards, each as in a file with `kind: Scorecard`. */
      definitions?: object[];
      /** Addresses of files with a scorecard, which the URL readers can read. */
      locations?: string[];
      /**
       * How often the locations are read.
       * @default 5 minutes
       */
      refresh?: Duration;
      /**
       * How long after its evaluation a service is evaluated again if nothing
       * changes.
       * @default 1 day
       */
      interval?: Duration;
      /**
       * How often each process looks for services to evaluate. Changes of
       * handovers and deployments do not wait for it.
       * @default 1 minute
       */
      frequency?: Duration;
      /**
       * How many services are evaluated together, 1 to 1000.
       * @default 1000
       */
      batchSize?: number;
      /**
       * How long a source of facts can take for these services.
       * @default 30 seconds
       */
      timeout?: Duration;
      /**
       * How long the history of results is kept.
       * @default 400 days
       */
      historyRetention?: Duration;
      /** Exemptions from checks. */
      exemptions?: {
        /**
         * How far away the end of an exemption can be.
         * @default 180 days
         */
        maxDuration?: Duration;
        /**
         * The share of its checks that an owner can be exempt from without a
         * warning, 0 to 1.
         * @default 0.1
         */
        budget?: number;
        /**
         * How long an exemption is kept after the day until which it was
         * requested.
         * @default 1095 days
         */
        retention?: Duration;
      };
      /** Initiatives. */
      initiatives?: {
        /**
         * How long an initiative is kept after it was closed, with its burn-up
         * and the progress of its services.
         * @default 1095 days
         */
        retention?: Duration;
      };
      /** Badges with the level of a service, for READMEs. */
      badges?: {
        /**
         * Secrets of at least 32 characters that sign the addresses of badges.
         * The first one signs, and addresses that any of them signed are valid.
         * @default none, there are no badges
         * @deepVisibility secret
         */
        secrets?: string[];
      };
    };
  };
}
