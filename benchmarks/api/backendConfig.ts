/** Nothing comes due by itself while it is measured. */
const NEVER = { hours: 24 };

/** The configuration of the backend that is measured, as in `app-config.yaml`. */
export function backendConfig(options: {
  port: number;
  database: object;
  /** Where documents are served: `host:port`. */
  documentHost: string;
  /** The folder they are in. */
  documentFolder: string;
  /** Lets a service in without a user. */
  serviceToken: string;
  /** Whether every service is evaluated. */
  scorecards?: boolean;
}) {
  const baseUrl = `http://127.0.0.1:${options.port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port: options.port },
      database: options.database,
      reading: { allow: [{ host: options.documentHost }] },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: options.serviceToken, subject: 'benchmark' },
          },
        ],
      },
    },
    auth: {
      providers: {
        // On this machine only, for as long as it is measured.
        guest: { dangerouslyAllowOutsideDevelopment: true },
      },
    },
    permission: { enabled: true },
    catalog: { processingInterval: NEVER },
    handover: {
      scorecards: { handoverReady: options.scorecards ?? false },
      documents: {
        kinds: ['Component'],
        folders: [options.documentFolder],
        catalog: { frequency: NEVER },
        // As often as the catalog looks for entities to process.
        refresh: { frequency: { seconds: 1 }, interval: NEVER },
      },
    },
  };
}
