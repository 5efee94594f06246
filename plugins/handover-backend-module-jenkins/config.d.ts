export interface Config {
  /** The keys that Backstage's Jenkins plugin reads, too. */
  jenkins?: {
    /** The only Jenkins, or the one whose name is `default`. */
    baseUrl?: string;
    username?: string;
    /** @visibility secret */
    apiKey?: string;
    instances?: Array<{
      /** As the annotation `jenkins.io/job-full-name` names it: `name:folder/job`. */
      name: string;
      baseUrl: string;
      username?: string;
      /** @visibility secret */
      apiKey?: string;
    }>;
  };
  handover?: {
    jenkins?: {
      /**
       * Finds the stages that deploy: a regular expression over their names,
       * whose group `environment` is the environment. Case does not matter. `none`
       * where no stage deploys, or pipelines tell of it with CDEvents.
       * @default ^Deploy to (?<environment>\S.*)$
       */
      deployStage?: string;
    };
  };
}
