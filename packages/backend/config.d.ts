export interface Config {
  /** Publishes new services to a local folder. */
  localServices?: {
    /**
     * The folder, absolute or relative to the backend's working directory. It
     * gets a Git repository for each service, and the catalog watches it.
     * Without it, templates only publish to repository hosts.
     */
    folder?: string;
  };
}
