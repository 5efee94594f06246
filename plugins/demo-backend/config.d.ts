export interface Config {
  /** Simulated clusters, pipelines, alerts, metrics and on-call shifts for the example portal. */
  demo?: {
    /**
     * Whether to provide demonstration data. In development, it also lets anyone
     * sign in as the users of `auth.providers.example`, without a password.
     * @default false
     */
    enabled?: boolean;
    /** Number of pods of an additional service, to try a large one. */
    manyPods?: number;
    /**
     * A folder with files of scorecards, relative to the backend's working
     * directory. Anyone who can reach the backend can read every `.yaml` file in
     * it at `/api/demo/scorecards/<file>`: use a folder that contains nothing else.
     */
    scorecards?: string;
  };
}
