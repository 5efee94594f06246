/** A Kubernetes object as its API gives it. */
export type DemoObject = {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    creationTimestamp: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: {
      apiVersion: string;
      kind: string;
      name: string;
      uid: string;
      controller: boolean;
      blockOwnerDeletion: boolean;
    }[];
    [field: string]: unknown;
  };
  [field: string]: unknown;
};

/** The moment that a world is looked at, and the moment that it began. */
export class Clock {
  readonly now: Date;
  readonly #began: Date;

  constructor(began: Date, now: Date) {
    this.#began = began;
    this.now = now;
  }

  /** So many minutes before the world began: its age grows with the world. */
  ago(minutes: number): string {
    return this.#at(-minutes);
  }

  /** So many minutes after the world began. */
  after(minutes: number): string {
    return this.#at(minutes);
  }

  /** Minutes since the world began, not less than none. */
  get minutes(): number {
    return Math.max(0, (this.now.getTime() - this.#began.getTime()) / 60_000);
  }

  #at(minutes: number): string {
    const time = new Date(this.#began.getTime() + minutes * 60_000);
    // Kubernetes writes whole seconds.
    return time.toISOString().replace(/\.\d+Z$/, 'Z');
  }
}
