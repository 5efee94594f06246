import { createService, type Health } from './server.js';

/** How long requests in flight can take after SIGTERM. */
const STOP_WITHIN_MS = 10_000;

const port = Number(process.env.PORT ?? 8080);
const health: Health = { ready: false };
const server = createService(health);

server.listen(port, () => {
  health.ready = true;
  console.log(JSON.stringify({ message: 'listening', port }));
});

process.once('SIGTERM', () => {
  health.ready = false;
  server.close(() => process.exit(0));
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
});
