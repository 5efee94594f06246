export interface Config {
  /** The same keys as in Backstage's Jenkins plugin. */
  jenkins?: {
    /** Your only Jenkins instance, or the one named `default`. */
    baseUrl?: string;
    /** The user that reads jobs and builds. */
    username?: string;
    /**
     * The API token of the user.
     * @visibility secret
     */
    apiKey?: string;
    /** Several Jenkins instances. Set an empty list if you have none. */
    instances?: Array<{
      /**
       * The name of the instance in the annotation `jenkins.io/job-full-name`:
       * `name:folder/job`.
       */
      name: string;
      /** The URL of the instance. */
      baseUrl: string;
      /** The user that reads jobs and builds. */
      username?: string;
      /**
       * The API token of the user.
       * @visibility secret
       */
      apiKey?: string;
    }>;
  };
  handover?: {
    jenkins?: {
      /**
       * A regular expression that matches the names of stages that deploy. Its
       * group `environment` is the environment. It ignores case. Set `none` if
       * no stage deploys, or if pipelines report deployments as CDEvents.
       * @default ^Deploy to (?<environment>\S.*)$
       */
      deployStage?: string;
    };
  };
}
