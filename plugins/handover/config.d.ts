export interface Config {
  handover?: {
    documents?: {
      /**
       * Kinds of catalog entities that can have a handover. They get the tab,
       * the card and the link.
       * @default ["Component", "System"]
       * @deepVisibility frontend
       */
      kinds?: string[];
      /**
       * Path of the software template that drafts a handover, such as
       * `/create/templates/default/handover-for-a-service`. Its parameter
       * `entityRef` is the entity.
       * @default none, entities without a handover offer no draft
       * @visibility frontend
       */
      draftTemplate?: string;
    };
    /**
     * The environments of your company. The backend declares the other keys of
     * an entry.
     */
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
       * Link schemes to allow in addition to http, https, mailto and tel, for
       * example `slack` or `msteams`. Schemes that run code or read files are
       * never allowed.
       * @visibility frontend
       */
      schemes?: string[];
    };
  };
}
