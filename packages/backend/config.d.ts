export interface Config {
  /** Publishes new services to a local folder. */
  localServices?: {
    /**
     * The folder, absolute or relative to the backend's working directory. It
     * gets a Git repository for each service, and the catalog watches it.
     * Without it, templates only publish to repository hosts.
     */
    folder?: string;
    /**
     * Folders of example services, absolute or relative to the backend's working
     * directory. Each is copied to the folder as a Git repository of the same
     * name when the backend starts, unless one is there.
     */
    seed?: string[];
  };
  permission?: {
    /**
     * Who may do what with handovers. Everyone can read them. Owners can change
     * theirs and request exemptions and overrides of the gate.
     */
    roles?: {
      /**
       * Entity references of groups and users who may do everything, for
       * example `group:default/platform`. A group means its direct members.
       */
      administrators?: string[];
      /**
       * Entity references of groups and users who may approve, deny and revoke
       * exemptions and overrides of all services, and page whoever is on call for them.
       */
      approvers?: string[];
    };
  };
}
