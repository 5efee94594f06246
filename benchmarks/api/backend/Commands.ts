import { serializeError, toError } from '@backstage/errors';

/** What the parent process sends. */
export type CommandRequest = { id: number; command: string; input: unknown };

/** What it gets back: the result or an error. */
export type CommandResponse = {
  id: number;
  result?: unknown;
  error?: { name: string; message: string; stack?: string };
};

/** Work in this process that the parent process can order and wait for. */
export class Commands {
  readonly #handlers = new Map<string, (input: unknown) => Promise<unknown>>();

  handle<I>(command: string, handler: (input: I) => Promise<unknown>): void {
    this.#handlers.set(command, input => handler(input as I));
  }

  /** Answers what comes over the channel to the parent process. */
  listen(): void {
    process.on('message', async ({ id, command, input }: CommandRequest) => {
      this.#send(await this.#run(id, command, input));
    });
  }

  async #run(
    id: number,
    command: string,
    input: unknown,
  ): Promise<CommandResponse> {
    try {
      const handler = this.#handlers.get(command);
      if (!handler) {
        throw new Error(`Unknown command '${command}'`);
      }
      return { id, result: await handler(input) };
    } catch (error) {
      return {
        id,
        error: serializeError(toError(error), { includeStack: true }),
      };
    }
  }

  #send(response: CommandResponse): void {
    process.send?.(response);
  }
}
