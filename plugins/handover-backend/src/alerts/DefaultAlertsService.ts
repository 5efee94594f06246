import type { Alert, Alerts } from '@backstage-handover/plugin-handover-common';
import { compareAlerts } from '@backstage-handover/plugin-handover-common/alerts';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { DocumentsService } from '../documents/DocumentsService';
import type { AlertReader } from './AlertReader';
import type { AlertsService, AlertsServiceOptions } from './AlertsService';

type Options = {
  reader: AlertReader;
  documents: Pick<DocumentsService, 'getEnvironments'>;
  /** Those that are configured. */
  environments: Environments;
};

/** Answers from what the providers say now. */
export class DefaultAlertsService implements AlertsService {
  readonly #options: Options;

  static create(options: Options): AlertsService {
    return new DefaultAlertsService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async listAlerts(
    entityRef: string,
    options: AlertsServiceOptions,
  ): Promise<Alerts> {
    const { reader, documents, environments } = this.#options;
    const [documented, readings] = await Promise.all([
      documents.getEnvironments(entityRef, options),
      reader.read(entityRef),
    ]);
    const known = environments.with(
      documented.flatMap(({ name }) => name ?? []),
    );
    return {
      items: readings
        .flatMap(({ alerts }) => alerts)
        .map(alert => toNamed(alert, known))
        .sort(compareAlerts),
      providers: readings.map(({ state }) => state),
    };
  }
}

/** Calls the environment of an alert by its one name, whatever its system calls it. */
function toNamed(alert: Alert, known: Environments): Alert {
  return alert.environment === undefined
    ? alert
    : { ...alert, environment: known.resolve(alert.environment).name };
}
