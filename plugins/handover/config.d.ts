export interface Config {
  handover?: {
    documents?: {
      /**
       * Kinds of catalog entities that can have a handover, and so get the tab,
       * the card and the link.
       * @default ["Component", "System"]
       * @deepVisibility frontend
       */
      kinds?: string[];
    };
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
