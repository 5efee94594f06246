import { type ChildProcess, fork } from 'node:child_process';
import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CommandRequest, CommandResponse } from './backend/Commands';

type Pending = {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
};

/** A backend in a process of its own, so that what measures takes nothing from it. */
export class BackendProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  /**
   * Returns when all plugins have started.
   *
   * @param options.config - as in `app-config.yaml`
   * @param options.folder - where its configuration and its log are written
   * @param options.main - the backend; that of the benchmark of the API unless given
   * @param options.execArgv - more options for Node, `--cpu-prof` for example
   */
  static async start(options: {
    config: object;
    folder: string;
    main?: string;
    execArgv?: string[];
  }): Promise<BackendProcess> {
    const configFile = path.join(options.folder, 'app-config.yaml');
    // JSON is YAML.
    await writeFile(configFile, JSON.stringify(options.config), {
      mode: 0o600,
    });
    const logFile = path.join(options.folder, 'backend.log');
    const log = await open(logFile, 'w');
    try {
      const child = fork(
        options.main ?? path.resolve(__dirname, 'backend/main.ts'),
        ['--config', configFile],
        {
          execArgv: [
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
            ...(options.execArgv ?? []),
          ],
          env: { ...process.env, NODE_ENV: 'production' },
          stdio: ['ignore', log.fd, log.fd, 'ipc'],
        },
      );
      const backend = new BackendProcess(child, logFile);
      try {
        await backend.run('started');
      } catch (error) {
        await backend.stop();
        throw error;
      }
      return backend;
    } finally {
      await log.close();
    }
  }

  private constructor(child: ChildProcess, logFile: string) {
    this.#child = child;
    child.on('message', (response: CommandResponse) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if (response.error) {
        pending?.reject(
          Object.assign(new Error(response.error.message), response.error),
        );
      } else {
        pending?.resolve(response.result);
      }
    });
    this.#exited = new Promise(resolve => {
      child.once('exit', async code => {
        const log = await readFile(logFile, 'utf8');
        for (const { reject } of this.#pending.values()) {
          reject(
            new Error(
              `The backend ended with ${code}. Last in its log:\n${log.slice(
                -4_000,
              )}`,
            ),
          );
        }
        resolve();
      });
    });
  }

  /** Has the backend do something, see `backend/`. */
  async run<T>(command: string, input: unknown = {}): Promise<T> {
    this.#lastId += 1;
    const request: CommandRequest = { id: this.#lastId, command, input };
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(request.id, {
        resolve: result => resolve(result as T),
        reject,
      });
      this.#child.send(request);
    });
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#exited;
  }
}
