import { startBackend } from '../../api/backend/startBackend';
import { copyCommands } from './copyCommands';
import { syncCommands } from './syncCommands';

startBackend(copyCommands, syncCommands);
