export interface Config {
  demo?: {
    /** @visibility frontend */
    enabled?: boolean;
  };
  auth?: {
    providers?: {
      /**
       * Lets anyone sign in as one of these users, without a password. Requires
       * `demo.enabled`, and a development environment like `guest`.
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
           * What this person can do, as the sign-in page says it.
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
