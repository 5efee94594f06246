export interface Config {
  demo?: {
    /** @visibility frontend */
    enabled?: boolean;
  };
  auth?: {
    providers?: {
      /**
       * Lets anyone sign in as one of these users, without a password. Requires
       * `demo.enabled` and, like `guest`, a development environment.
       */
      example?: {
        users: Array<{
          /**
           * The entity reference of the user.
           * @visibility frontend
           */
          entityRef: string;
          /** @visibility frontend */
          name: string;
          /**
           * What this person can do, as shown on the sign-in page.
           * @visibility frontend
           */
          role: string;
        }>;
        /** Also allows it outside of development environments. */
        dangerouslyAllowOutsideDevelopment?: boolean;
      };
    };
  };
}
