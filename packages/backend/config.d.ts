export interface Config {
  /** New services that are published to a folder of the portal's machine. */
  localServices?: {
    /**
     * The folder: a git repository for each service, which the catalog watches.
     * Absolute, or relative to the backend's working directory. Without it,
     * templates publish to hosts of repositories only.
     */
    folder?: string;
  };
}
