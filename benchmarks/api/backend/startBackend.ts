import { createBackend } from '@backstage/backend-defaults';
import { catalogCommands } from './catalogCommands';
import { Commands } from './Commands';
import { handoverCommands } from './handoverCommands';

/**
 * The backend that is measured. Its parent process says what to do.
 *
 * @param more - what else it can be told
 */
export function startBackend(
  ...more: ((commands: Commands) => ReturnType<typeof handoverCommands>)[]
): void {
  const commands = new Commands();
  const backend = createBackend();

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(
    import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  );
  backend.add(import('@backstage-handover/plugin-handover-backend'));

  for (const add of [catalogCommands, handoverCommands, ...more]) {
    backend.add(add(commands));
  }

  const started = backend.start().then(() => ({}));
  commands.handle('started', () => started);
  commands.listen();
}
