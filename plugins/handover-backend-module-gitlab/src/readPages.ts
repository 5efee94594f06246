import type { Page, PageRequest } from './GitLabClient';

/** The largest page that GitLab allows, and its default. */
const PER_PAGE = { max: 100, min: 20 };

/** How many more requests may be sent. */
export class RequestBudget {
  #left: number;

  static of(requests: number): RequestBudget {
    return new RequestBudget(requests);
  }

  private constructor(requests: number) {
    this.#left = requests;
  }

  /** Whether one more may be sent, which is then. */
  take(): boolean {
    if (this.#left === 0) {
      return false;
    }
    this.#left -= 1;
    return true;
  }
}

/**
 * Reads pages until there are as many items as are wanted, or no more may be
 * asked for.
 *
 * @param options.pick - what an item is worth; nothing where it does not count
 */
export async function readPages<T, R>(options: {
  read: (request: PageRequest) => Promise<Page<T>>;
  pick: (item: T) => R | undefined;
  limit: number;
  maxPages: number;
  budget: RequestBudget;
}): Promise<{ items: R[]; isComplete: boolean }> {
  const { read, pick, limit, maxPages, budget } = options;
  const perPage = Math.min(PER_PAGE.max, Math.max(PER_PAGE.min, limit));
  const items: R[] = [];
  for (let page = 1; page <= maxPages && budget.take(); page++) {
    const answer = await read({ page, perPage });
    for (const item of answer.items) {
      const picked = pick(item);
      if (picked !== undefined) {
        items.push(picked);
      }
    }
    if (!answer.hasNext) {
      return { items, isComplete: true };
    }
    if (items.length >= limit) {
      break;
    }
  }
  return { items, isComplete: false };
}
