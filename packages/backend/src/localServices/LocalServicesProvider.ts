import type {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type LocationEntity,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isServiceName } from './serviceName';

const ANNOTATION_CHANGED_AT = 'handover.dev/changed-at';

type CatalogFile = {
  /** Absolute. */
  path: string;
  /** RFC 3339. */
  changedAt: string;
};

/**
 * Has the catalog read the `catalog-info.yaml` of every service in a folder,
 * and forget those whose folder is gone.
 */
export class LocalServicesProvider implements EntityProvider {
  readonly #folder: string;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #logger: LoggerService;
  /** The files that the catalog was told of last. */
  #known?: string;

  static create(options: {
    folder: string;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }): LocalServicesProvider {
    return new LocalServicesProvider(options);
  }

  private constructor(options: {
    folder: string;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
  }) {
    this.#folder = options.folder;
    this.#taskRunner = options.taskRunner;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return 'local-services';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: 'local-services-watch',
      fn: () => this.#watch(connection),
    });
  }

  async #watch(connection: EntityProviderConnection): Promise<void> {
    const files = await this.#catalogFiles();
    const found = JSON.stringify(files);
    if (found === this.#known) {
      return;
    }
    await connection.applyMutation({
      type: 'full',
      entities: files.map(file => ({
        entity: toLocation(file),
        locationKey: this.getProviderName(),
      })),
    });
    this.#known = found;
    this.#logger.info(
      `The catalog reads ${files.length} services of ${this.#folder}`,
    );
  }

  async #catalogFiles(): Promise<CatalogFile[]> {
    const files: CatalogFile[] = [];
    for (const name of (await this.#names()).sort()) {
      const file = path.join(this.#folder, name, 'catalog-info.yaml');
      try {
        const { mtimeMs } = await stat(file);
        files.push({ path: file, changedAt: new Date(mtimeMs).toISOString() });
      } catch {
        this.#logger.debug(`No service in ${file}`);
      }
    }
    return files;
  }

  async #names(): Promise<string[]> {
    try {
      const entries = await readdir(this.#folder, { withFileTypes: true });
      return entries
        .filter(entry => entry.isDirectory() && isServiceName(entry.name))
        .map(entry => entry.name);
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        // The first service that is published makes the folder.
        return [];
      }
      throw error;
    }
  }
}

function toLocation(file: CatalogFile): LocationEntity {
  const location = `file:${file.path}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: {
      name: `local-${path.basename(path.dirname(file.path))}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        // An entity that changed is processed at once. One that was removed and
        // made again between two looks would be left as it was for minutes.
        [ANNOTATION_CHANGED_AT]: file.changedAt,
      },
    },
    spec: { type: 'file', target: file.path },
  };
}
