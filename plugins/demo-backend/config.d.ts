export interface Config {
  /** Simulated clusters and pipelines for the example portal. */
  demo?: {
    /**
     * Whether to provide demonstration data.
     * @default false
     */
    enabled?: boolean;
    /** Number of pods of an additional service, to try a large one. */
    manyPods?: number;
    /**
     * A folder with files of scorecards, relative to the backend's working
     * directory. They can be read at `/api/demo/scorecards/<file>`.
     */
    scorecards?: string;
  };
}
