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
    };
  };
}
