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
     * The environments of the company, in the order of promotion. An entity
     * whose handover declares none has these; a handover may declare more.
     * Names are compared without regard to case and surrounding space.
     * @default [{ "name": "production", "aliases": ["prod", "prd"] }]
     */
    environments?: Array<{
      /**
       * The name of the environment. Or a pattern with `*` (any number of
       * characters) and `?` (one), whose settings hold for every environment
       * that matches and has none of its own; it makes no name known.
       */
      name: string;
      /** Other names of the same environment, such as `prod` of `production`. */
      aliases?: string[];
      /**
       * Delivery is measured in the first environment of an entity that is
       * marked so, or in the last of its promotion path.
       * @default Where no entry is marked: true for production, prod,
       * stable and live
       */
      production?: boolean;
      /**
       * What the gate answers where no allow window applies.
       * @default "open"
       */
      default?: 'open' | 'closed';
      /**
       * What enforcement does with the verdict `unknown` here. In an
       * environment that nobody knows it always blocks.
       * @default "block"
       */
      unknown?: 'pass' | 'block';
    }>;
    /** How handover documents are found and kept up to date. */
    documents?: {
      /**
       * Kinds of catalog entities that can have a handover.
       * @default ["Component", "System"]
       * @minItems 1
       */
      kinds?: string[];
      /**
       * How the document of an entity is found: only through its annotation
       * `handover.dev/ref`, or also as the file `handover.yaml` beside the
       * file that the entity was read from.
       * @default "annotation"
       */
      discovery?: 'annotation' | 'sibling';
      /**
       * Folders that documents of `file:` locations may be read from. Relative
       * ones count from the working directory of the backend.
       * @default The folders of the file locations in `catalog.locations`
       */
      folders?: string[];
      /** How the mirror of the catalog follows it. */
      catalog?: {
        /**
         * How often the catalog is compared with the mirror.
         * @default 1 minute
         */
        frequency?: Duration;
        /**
         * Entities in one request to the catalog, 1 to 1000.
         * @default 500
         * @minimum 1
         * @maximum 1000
         */
        batchSize?: number;
      };
      /** How documents are read again. */
      refresh?: {
        /**
         * How often each process looks for documents that are due.
         * @default 10 seconds
         */
        frequency?: Duration;
        /**
         * How long after it was read a document is due again. Push events
         * make it due at once.
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
         * Documents that a process reads at the same time, 1 to 100.
         * @default 10
         * @minimum 1
         * @maximum 100
         */
        concurrency?: number;
        /**
         * How long reading one document may take.
         * @default 15 seconds
         */
        timeout?: Duration;
      };
      /** How the state of documents is kept over time. */
      history?: {
        /**
         * How long the history of a document is kept. The state that still
         * holds is kept in any case.
         * @default 1095 days
         */
        retention?: Duration;
        /**
         * How often the backend searches for documents that became stale.
         * Every other change is stored when it happens.
         * @default 10 minutes
         */
        frequency?: Duration;
      };
    };
    links?: {
      /**
       * Schemes that links in a handover may have besides http, https and
       * mailto, for example `slack` or `msteams`. Schemes that run code or read
       * files are refused.
       */
      schemes?: string[];
    };
    /** When an entity may be changed. */
    gate?: {
      /**
       * How long a calendar source, a condition or an override source that a
       * module added may take, at most one minute. One that takes longer makes
       * its part of the decision unknown.
       * @default 3 seconds
       */
      timeout?: Duration;
      /**
       * What holds in an environment where no allow window applies.
       * @deprecated Use `default` of an entry in `handover.environments`.
       */
      defaults?: Array<{
        /** Name of an environment, or a pattern such as `prod*`. */
        environment: string;
        verdict: 'open' | 'closed';
      }>;
      /**
       * Environments of an entity whose handover names none, in order.
       * @deprecated Use `handover.environments`.
       */
      environments?: string[];
    };
    /** Domain events, which other plugins subscribe to. */
    events?: {
      /**
       * How long events can be replayed.
       * @default 30 days
       */
      retention?: Duration;
      /**
       * How often each process looks for events that were not published, because
       * the process that recorded them died or publishing failed. Others are
       * published at once.
       * @default 10 seconds
       */
      frequency?: Duration;
    };
    /** What was built and deployed where. */
    delivery?: {
      /**
       * How long runs and deployments are kept, at least 90 days. What is
       * deployed now is kept in any case.
       * @default 400 days
       */
      retention?: Duration;
      /**
       * How old an answer of a pipeline provider may be before it is asked
       * again when somebody looks.
       * @default 1 minute
       */
      maxAge?: Duration;
      /**
       * How long a pipeline provider may take.
       * @default 20 seconds
       */
      timeout?: Duration;
      /**
       * How long a request waits for providers that have never answered.
       * @default 3 seconds
       */
      wait?: Duration;
      /**
       * Runs and deployments that a provider is asked for at most, 1 to 500.
       * @default 100
       * @minimum 1
       * @maximum 500
       */
      limit?: number;
      /**
       * Names of environments that count as production, whose delivery is
       * measured: the first of them that an entity has, else its last.
       * @deprecated Use `production: true` of an entry in
       * `handover.environments`.
       */
      production?: string[];
      /** How pipelines are pulled when nobody looks. */
      pull?: {
        /**
         * Whether pipelines are pulled on a schedule. Otherwise providers are
         * asked only when somebody looks at an entity.
         * @default true
         */
        enabled?: boolean;
        /**
         * How often a busy entity is pulled: one that had a run or a deployment
         * within the last day, or was looked at within the last hour.
         * @default 15 minutes
         */
        interval?: Duration;
        /**
         * How often any other entity is pulled. Also the longest wait between
         * attempts while its providers fail. Not shorter than `interval`.
         * @default 6 hours
         */
        idleInterval?: Duration;
        /**
         * How often each process looks for entities that are due.
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
         * Entities that a process pulls at the same time, 1 to 50.
         * @default 3
         * @minimum 1
         * @maximum 50
         */
        concurrency?: number;
      };
    };
  };
}
