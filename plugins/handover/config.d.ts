export interface Config {
  handover?: {
    links?: {
      /**
       * Schemes that links in a handover may have besides http, https, mailto
       * and tel, for example `slack` or `msteams`. Schemes that run code
       * (`javascript`, `data` and the like) stay forbidden.
       * @visibility frontend
       */
      schemes?: string[];
    };
  };
}
