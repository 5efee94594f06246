import { startBackend } from '../../api/backend/startBackend';
import { deliveryCommands } from './deliveryCommands';

startBackend(deliveryCommands);
