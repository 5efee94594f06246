import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';

/** Serves the scorecards of a folder, as a repository host serves files. */
export function createScorecardRouter(folder: string): Router {
  const router = PromiseRouter();
  router.get('/:file([\\w-]+\\.yaml)', (req, res, next) => {
    const { file } = req.params;
    res.type('text/yaml');
    res.sendFile(file, { root: folder, cacheControl: false }, error => {
      // The client may also have gone away.
      if (error && !res.headersSent) {
        next(new NotFoundError(`No scorecard '${file}'`));
      }
    });
  });
  return router;
}
