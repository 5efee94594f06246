export interface Config {
  handover?: {
    opsgenie?: {
      /**
       * A read-only API key of Opsgenie with access to configurations. Without
       * one, Opsgenie isn't read.
       * @visibility secret
       */
      apiKey?: string;
      /**
       * The URL of the REST API. For accounts in the EU service region:
       * `https://api.eu.opsgenie.com`.
       * @default https://api.opsgenie.com
       */
      apiBaseUrl?: string;
      /** Lets people with the permission `handover.oncall.page` page from the tab. */
      paging?: {
        /**
         * Whether Handover creates alerts in Opsgenie.
         * @default false
         */
        enabled?: boolean;
        /**
         * An API key of Opsgenie that can create and read alerts. Required if
         * paging is enabled.
         * @visibility secret
         */
        apiKey?: string;
      };
    };
  };
}
