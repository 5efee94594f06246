import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { GateServiceOptions } from './GateService';

/** Says which environments an entity has, as the gate understands names. */
export interface EnvironmentReader {
  /**
   * The environments that are configured, documented or named by a window.
   *
   * @throws NotFoundError where the catalog has no such entity.
   */
  getEnvironments(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<Environments>;
}
