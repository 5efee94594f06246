import { startBackend } from './startBackend';

startBackend();
