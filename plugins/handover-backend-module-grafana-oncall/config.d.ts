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
    };
  };
}
