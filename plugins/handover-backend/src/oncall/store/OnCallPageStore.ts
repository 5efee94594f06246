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

/** A claim that was taken. */
export type TakenPageClaim = { key: string; requestedAt: Date };

/** Remembers pages for all processes, so that none is sent twice. */
export interface OnCallPageStore {
  /**
   * Claims a page, unless it was claimed within this time before now. If several
   * processes claim it at once, only one succeeds. Earlier claims of the same
   * page still count.
   *
   * @returns undefined if it is taken
   */
  claim(
    page: PageClaim,
    options: { withinMs: number },
  ): Promise<TakenPageClaim | undefined>;

  /** Gives this claim back, and no other of the same page: the page was not sent. */
  release(claim: TakenPageClaim): Promise<void>;

  /** How many pages a user, and how many everybody for an entity, claimed in this time before now. */
  count(
    page: Pick<PageClaim, 'requestedBy' | 'entityRef'>,
    options: { withinMs: number },
  ): Promise<{ ofUser: number; ofEntity: number }>;
}
