export interface Config {
  /** The same keys as in Backstage's Argo CD plugins. */
  argocd?: {
    /** Set an empty list if you have no Argo CD. */
    appLocatorMethods?: Array<{
      /**
       * Handover only reads entries of type `config`, which list their
       * instances.
       */
      type: string;
      instances?: Array<{
        /**
         * The name of the instance in the annotation `argocd/instance-name`.
         */
        name: string;
        /** The URL of the server, including its root path if it has one. */
        url: string;
        /**
         * The token of an account or project role that can get applications.
         * Handover doesn't support user names and passwords, here or under
         * `argocd`. An instance without a token is skipped, with a warning at
         * startup.
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };
}
