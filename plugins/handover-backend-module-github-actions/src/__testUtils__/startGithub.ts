import {
  sendJson,
  startUpstream,
  type Upstream,
} from '@backstage-handover/plugin-handover-node/testUtils';
import type { ServerResponse } from 'node:http';

/** What a GitHub for tests has of its one repository, the latest first. */
export type GithubContent = {
  runs: object[];
  /** By run. */
  jobs: Record<string, object[]>;
  deployments: object[];
  /** By deployment. */
  statuses: Record<string, object[]>;
  /** Answers in place of all that, where it returns true. */
  instead?: (path: string, response: ServerResponse) => boolean;
};

/** Starts a server that answers as GitHub Enterprise does, pages and all. */
export async function startGithub(
  content: Partial<GithubContent>,
): Promise<Upstream & { content: GithubContent }> {
  const all: GithubContent = {
    runs: [],
    jobs: {},
    deployments: [],
    statuses: {},
    ...content,
  };
  const upstream = await startUpstream((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (all.instead?.(url.pathname, response)) {
      return;
    }
    const [, path] =
      /^\/api\/v3\/(?:repos\/[^/]+\/[^/]+|repositories\/\d+)\/(.+)$/.exec(
        url.pathname,
      ) ?? [];
    const [, ofRun] = /^actions\/runs\/(\d+)\/jobs$/.exec(path) ?? [];
    const [, ofDeployment] = /^deployments\/(\d+)\/statuses$/.exec(path) ?? [];
    if (path === 'actions/runs') {
      sendPage(response, url, all.runs, workflow_runs => ({
        total_count: all.runs.length,
        workflow_runs,
      }));
    } else if (path === 'deployments') {
      sendPage(response, url, all.deployments);
    } else if (ofRun) {
      sendPage(response, url, all.jobs[ofRun] ?? [], jobs => ({
        total_count: jobs.length,
        jobs,
      }));
    } else if (ofDeployment) {
      sendPage(response, url, all.statuses[ofDeployment] ?? []);
    } else {
      sendJson(response, { message: 'Not Found' }, { status: 404 });
    }
  });
  return { ...upstream, content: all };
}

function sendPage(
  response: ServerResponse,
  url: URL,
  items: object[],
  wrap: (page: object[]) => unknown = page => page,
): void {
  const page = Number(url.searchParams.get('page') ?? 1);
  const perPage = Number(url.searchParams.get('per_page') ?? 30);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  sendJson(response, wrap(items.slice((page - 1) * perPage, page * perPage)), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      ...(page * perPage < items.length && {
        link: `<${next}>; rel="next", <${url}>; rel="last"`,
      }),
    },
  });
}
