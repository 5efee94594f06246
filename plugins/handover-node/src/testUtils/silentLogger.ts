import type { LoggerService } from '@backstage/backend-plugin-api';

/** A logger that drops everything. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
