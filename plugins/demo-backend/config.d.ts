export interface Config {
  /** Demonstration data, in place of clusters that one would have. */
  demo?: {
    /**
     * Whether there is any.
     * @default false
     */
    enabled?: boolean;
    /** Pods of one more service, for looking at a large one. */
    manyPods?: number;
  };
}
