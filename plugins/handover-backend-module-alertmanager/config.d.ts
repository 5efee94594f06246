export interface Config {
  handover?: {
    alertmanager?: {
      /** The Alertmanagers to read. Set an empty list if you have none. */
      instances?: Array<{
        /**
         * The name of the instance, in messages and in the annotation
         * `prometheus.io/service-name`.
         */
        name: string;
        /**
         * The URL at which the backend reaches the Alertmanager, including its
         * path prefix if it has one.
         */
        url: string;
        /**
         * The URL at which people open the Alertmanager, for links.
         * @default The value of `url`
         */
        externalUrl?: string;
        /**
         * HTTP headers of every request, for example `Authorization`.
         * @deepVisibility secret
         */
        headers?: Record<string, string>;
        /**
         * The label that contains the name of the component that an alert is
         * about. It applies to components without an annotation. Set `none` if
         * only annotations count.
         * @default "service"
         */
        entityLabel?: string;
        /** The label that contains the environment of an alert. */
        environmentLabel?: string;
        /** The environment of all alerts that have no such label. */
        environment?: string;
        /**
         * Matchers that every alert must match, for example `severity!="none"`.
         */
        filters?: string[];
      }>;
    };
  };
}
