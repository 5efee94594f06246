import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the address of a badge permits to see. */
export type BadgeSubject = {
  /** Full and in lower case. */
  entityRef: string;
  /** Name of the scorecard. */
  scorecard: string;
  /** Seconds since 1970, exactly as in the address. */
  expires?: string;
};

/** Names the purpose, so that no signature for something else passes as one of a badge. */
const PURPOSE = 'handover-badge-v1';

/** Signs addresses of badges with the first secret, and accepts signatures of all. */
export class BadgeSigner {
  readonly #secrets: readonly string[];

  static create(options: { secrets: readonly string[] }): BadgeSigner {
    return new BadgeSigner(options.secrets);
  }

  private constructor(secrets: readonly string[]) {
    this.#secrets = secrets;
  }

  /** Undefined without a secret. */
  sign(subject: BadgeSubject): string | undefined {
    const [secret] = this.#secrets;
    return secret === undefined ? undefined : signatureOf(subject, secret);
  }

  /** Takes the same time whatever the signature differs in. */
  verify(subject: BadgeSubject, signature: string): boolean {
    const given = Buffer.from(signature);
    return this.#secrets
      .map(secret => {
        const expected = Buffer.from(signatureOf(subject, secret));
        return (
          given.length === expected.length && timingSafeEqual(given, expected)
        );
      })
      .includes(true);
  }
}

function signatureOf(
  { entityRef, scorecard, expires }: BadgeSubject,
  secret: string,
): string {
  // JSON keeps the parts apart: nothing can move from one to the next.
  const message = JSON.stringify([
    PURPOSE,
    entityRef,
    scorecard,
    expires ?? null,
  ]);
  return createHmac('sha256', secret).update(message).digest('base64url');
}
