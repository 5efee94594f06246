export interface Config {
  /** The keys that Backstage's Argo CD plugins also read. */
  argocd?: {
    /** An empty list says that there is no Argo CD. */
    appLocatorMethods?: Array<{
      /** Handover reads only methods of the type `config`. */
      type: string;
      instances?: Array<{
        /** The name of the instance in the annotation `argocd/instance-name`. */
        name: string;
        /** The address, including the root path of the server if it has one. */
        url: string;
        /**
         * The token of an account or a project role that may get applications.
         * Handover does not sign in with a username and password. An instance
         * without a token is skipped, with a warning at startup.
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };
}
