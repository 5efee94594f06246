export interface Config {
  /** The keys that Backstage's Argo CD plugins read, too. */
  argocd?: {
    appLocatorMethods?: Array<{
      /** Only `config` is read: instances that are named here. */
      type: string;
      instances?: Array<{
        /** As the annotation `argocd/instance-name` names it. */
        name: string;
        /** With the root path of its server, if it has one. */
        url: string;
        /**
         * Of an account or a project role that may get applications. Handover
         * does not sign in with a user name and a password, here or under
         * `argocd`: the backend does not start with an instance that has no token.
         * @visibility secret
         */
        token?: string;
      }>;
    }>;
  };
}
