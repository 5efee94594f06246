import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../../audit';
import { entityRefOf, queryOf } from '../../openapi/requests';
import type { BadgesService } from './BadgesService';
import type { SignedBadges } from './SignedBadges';

const ENTITY = '/scorecards/results/:kind/:namespace/:name';

/** Routes of badges. Requests have been checked against the API's description. */
export function createBadgesRouter(options: {
  badges: BadgesService;
  signedBadges: SignedBadges;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { badges, signedBadges, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY}/badge-url/:scorecard`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { scorecard } = req.params;
    const url = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'badge-url', entityRef, scorecard },
      },
      () =>
        badges.getBadgeUrl(entityRef, scorecard, queryOf('getBadgeUrl', req), {
          credentials,
        }),
    );
    res.json(url);
  });

  // The signature is the permission: a README sends no credentials.
  router.get(`${ENTITY}/badge/:scorecard.svg`, async (req, res) => {
    const entityRef = entityRefOf(req);
    const { scorecard } = req.params;
    const { signature, expires } = queryOf('getBadge', req);
    const svg = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'badge', entityRef, scorecard },
      },
      () => signedBadges.get({ entityRef, scorecard, expires }, signature),
    );
    res
      .set({
        'Cache-Control': 'max-age=300',
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'",
      })
      .type('image/svg+xml')
      .send(svg);
  });

  return router;
}
