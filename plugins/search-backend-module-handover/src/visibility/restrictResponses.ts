import type {
  HttpAuthService,
  HttpRouterService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { VisibleResults } from './VisibleResults';

type RequestHandler = Parameters<HttpRouterService['use']>[0];

/**
 * Restricts what the search backend responds, from its route and from its
 * actions. It must be installed before them.
 */
export function restrictResponses(options: {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  results: Pick<VisibleResults, 'restrict'>;
}): RequestHandler {
  const { httpAuth, logger, results } = options;
  return (req, res, next) => {
    const send = res.json.bind(res);
    res.json = body => {
      const restrict = async () =>
        results.restrict(body, await httpAuth.credentials(req));
      // A response without results needs no credentials, and may have none.
      const hasResults = JSON.stringify(body)?.includes('"results":[{');
      if (!hasResults) {
        return send(body);
      }
      restrict().then(send, error => {
        logger.error('Search results could not be restricted', toError(error));
        res.status(500);
        send({
          error: {
            name: 'Error',
            message: 'Search results could not be restricted',
          },
        });
      });
      return res;
    };
    next();
  };
}
