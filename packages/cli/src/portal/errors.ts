/** The portal gave no answer: the network, or something in between, failed. */
export class UnreachableError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnreachableError';
  }
}

/** Something answered, but not as a portal does. */
export class StrangeAnswerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StrangeAnswerError';
  }
}
