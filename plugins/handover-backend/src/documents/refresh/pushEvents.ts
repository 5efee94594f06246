import { z } from 'zod/v4';

/** What a push changed. */
export type Push = {
  /** URL of the repository as people open it. */
  repository: string;
  /** Paths of the files that were touched; absent when the event does not name all. */
  files?: string[];
};

const commits = z.array(
  z.object({
    added: z.array(z.string()).nullish(),
    modified: z.array(z.string()).nullish(),
    removed: z.array(z.string()).nullish(),
  }),
);

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
const githubPush = z.object({
  repository: z.object({ html_url: z.url() }),
  forced: z.boolean().optional(),
  commits,
});

// https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events
const gitlabPush = z.object({
  project: z.object({ web_url: z.url() }),
  total_commits_count: z.number().optional(),
  commits,
});

/** GitHub names at most this many commits in one event. */
const GITHUB_MAX_COMMITS = 2048;

/**
 * Reads the payload of a push event of GitHub (`github.push`) or GitLab
 * (`gitlab.push`). Returns undefined if it isn't one.
 *
 * The files are only returned if the event lists all of them: a forced push
 * removes commits that it doesn't list.
 */
export function readPushEvent(
  topic: string,
  payload: unknown,
): Push | undefined {
  if (topic === 'github.push') {
    const { data } = githubPush.safeParse(payload);
    return (
      data && {
        repository: data.repository.html_url,
        files:
          data.forced ||
          data.commits.length === 0 ||
          data.commits.length >= GITHUB_MAX_COMMITS
            ? undefined
            : filesOf(data.commits),
      }
    );
  }
  if (topic === 'gitlab.push') {
    const { data } = gitlabPush.safeParse(payload);
    return (
      data && {
        repository: data.project.web_url,
        files:
          data.commits.length > 0 &&
          data.commits.length === data.total_commits_count
            ? filesOf(data.commits)
            : undefined,
      }
    );
  }
  return undefined;
}

function filesOf(list: z.output<typeof commits>): string[] {
  const files = list.flatMap(({ added, modified, removed }) => [
    ...(added ?? []),
    ...(modified ?? []),
    ...(removed ?? []),
  ]);
  return [...new Set(files)];
}
