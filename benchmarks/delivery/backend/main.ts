import { createBackend } from '@backstage/backend-defaults';
import { catalogCommands } from '../../api/backend/catalogCommands';
import { Commands } from '../../api/backend/Commands';
import { handoverCommands } from '../../api/backend/handoverCommands';
import { deliveryCommands } from './deliveryCommands';

// The backend that is measured. Its parent process says what to do.

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

backend.add(catalogCommands(commands));
backend.add(handoverCommands(commands));
backend.add(deliveryCommands(commands));

const started = backend.start().then(() => ({}));
commands.handle('started', () => started);
commands.listen();
