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
  };
}
