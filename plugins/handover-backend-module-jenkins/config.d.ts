export interface Config {
  /** The keys that Backstage's Jenkins plugin also reads. */
  jenkins?: {
    /** The only Jenkins, or the one whose name is `default`. */
    baseUrl?: string;
    username?: string;
    /** @visibility secret */
    apiKey?: string;
    /** An empty list says that there is no Jenkins. */
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
       * A regular expression that finds the stages that deploy by their names. Its
       * group `environment` is the environment. Case does not matter. Use `none` if
       * no stage deploys, or if pipelines report deployments with CDEvents.
       * @default ^Deploy to (?<environment>\S.*)$
       */
      deployStage?: string;
    };
  };
}
