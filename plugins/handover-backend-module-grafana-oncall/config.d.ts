export interface Config {
  handover?: {
    grafanaOnCall?: {
      /**
       * The API URL from the settings of Grafana OnCall, for example
       * `https://oncall-prod-us-central-0.grafana.net/oncall`. Without one,
       * Grafana OnCall isn't read.
       */
      apiUrl?: string;
      /**
       * An API token from the settings of Grafana OnCall. Required with
       * `apiUrl`.
       * @visibility secret
       */
      apiToken?: string;
      /** Lets people with the permission `handover.oncall.page` page from the tab. */
      paging?: {
        /**
         * Whether Handover sends alerts to the integrations below.
         * @default false
         */
        enabled?: boolean;
        /** The integration that reaches each escalation chain. */
        integrations?: Array<{
          /** The ID of the escalation chain. */
          escalationChain: string;
          /**
           * The URL of an integration of the type Formatted Webhook that has no
           * route but the default one, which uses the escalation chain.
           * @visibility secret
           */
          url: string;
        }>;
      };
    };
  };
}
