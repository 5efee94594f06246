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
    };
  };
}
