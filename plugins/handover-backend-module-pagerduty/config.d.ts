export interface Config {
  handover?: {
    pagerDuty?: {
      /**
       * A read-only REST API key of PagerDuty. Without one, PagerDuty isn't
       * read.
       * @visibility secret
       */
      apiToken?: string;
      /**
       * The URL of the REST API. For accounts in the EU service region:
       * `https://api.eu.pagerduty.com`.
       * @default https://api.pagerduty.com
       */
      apiBaseUrl?: string;
      /** Reads the open incidents of the PagerDuty service as alerts. */
      alerts?: {
        /**
         * Whether Handover reads open incidents.
         * @default true
         */
        enabled?: boolean;
      };
      /** Lets people with the permission `handover.oncall.page` page from the tab. */
      paging?: {
        /**
         * Whether Handover creates incidents in PagerDuty.
         * @default false
         */
        enabled?: boolean;
        /**
         * A REST API key of PagerDuty that can create incidents. Required if
         * paging is enabled.
         * @visibility secret
         */
        apiToken?: string;
        /**
         * The email address of the PagerDuty user that incidents are created as.
         * Required if paging is enabled.
         */
        from?: string;
      };
    };
  };
}
