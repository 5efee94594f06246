export interface Config {
  handover?: {
    prometheus?: {
      /** The Prometheus servers to query. Set an empty list if you have none. */
      instances?: Array<{
        /**
         * The name of the instance, in messages and in the annotation
         * `prometheus.io/service-name`.
         */
        name: string;
        /**
         * The URL at which the backend reaches Prometheus, including its path
         * prefix if it has one.
         */
        url: string;
        /**
         * The URL at which people open Prometheus, for links.
         * @default The value of `url`
         */
        externalUrl?: string;
        /**
         * HTTP headers of every request, for example `Authorization`.
         * @deepVisibility secret
         */
        headers?: Record<string, string>;
      }>;
    };
  };
}
