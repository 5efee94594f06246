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
    /** The environments that the portal knows. The backend describes the rest of an entry. */
    environments?: Array<{
      /**
       * The name of the environment, or a pattern with `*` and `?`.
       * @visibility frontend
       */
      name: string;
      /**
       * Other names of the same environment.
       * @visibility frontend
       */
      aliases?: string[];
    }>;
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
