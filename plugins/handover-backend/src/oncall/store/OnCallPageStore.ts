/** What makes two pages the same, and who sends them. */
export type PageClaim = {
  /** The entity reference of a user. */
  requestedBy: string;
  entityRef: string;
  /** The id of the provider. */
  provider: string;
  /** The id of the target. */
  target: string;
  message: string;
};

/** Remembers pages for all processes, so that none is sent twice. */
export interface OnCallPageStore {
  /**
   * Claims a page, unless it was claimed in this time before now. Of several at
   * once, one gets it.
   *
   * @returns the key of the claim; undefined if it is taken
   */
  claim(
    page: PageClaim,
    options: { withinMs: number },
  ): Promise<string | undefined>;

  /** Gives a claim back: the page was not sent. */
  release(key: string): Promise<void>;

  /** How many pages a user, and how many everybody for an entity, claimed in this time before now. */
  count(
    page: Pick<PageClaim, 'requestedBy' | 'entityRef'>,
    options: { withinMs: number },
  ): Promise<{ ofUser: number; ofEntity: number }>;
}
