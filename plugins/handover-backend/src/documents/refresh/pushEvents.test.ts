import { readPushEvent } from './pushEvents';

const commit = { added: ['a.yaml'], modified: ['b.yaml'], removed: ['a.yaml'] };
const repository = { html_url: 'https://github.test/acme/orders' };
const project = { web_url: 'https://gitlab.test/acme/orders' };

describe('readPushEvent', () => {
  it('names the files when the event names them all', () => {
    expect(
      readPushEvent('github.push', { repository, commits: [commit] }),
    ).toEqual({
      repository: 'https://github.test/acme/orders',
      files: ['a.yaml', 'b.yaml'],
    });
    expect(
      readPushEvent('gitlab.push', {
        project,
        commits: [commit],
        total_commits_count: 1,
      }),
    ).toEqual({
      repository: 'https://gitlab.test/acme/orders',
      files: ['a.yaml', 'b.yaml'],
    });
  });

  it.each([
    ['github.push', { repository, commits: [commit], forced: true }],
    ['github.push', { repository, commits: [] }],
    ['github.push', { repository, commits: Array(2048).fill(commit) }],
    ['gitlab.push', { project, commits: [commit], total_commits_count: 21 }],
    ['gitlab.push', { project, commits: [], total_commits_count: 0 }],
  ])('takes the whole repository where it does not, %s', (topic, payload) => {
    expect(readPushEvent(topic, payload)).toEqual({
      repository: expect.stringContaining('/acme/orders'),
      files: undefined,
    });
  });

  it.each([
    ['github.push', undefined],
    ['github.push', { repository: { html_url: 'javascript' }, commits: [] }],
    ['gitlab.push', { repository, commits: [commit] }],
    ['github.issues', { repository, commits: [commit] }],
  ])('ignores what is no push, %s', (topic, payload) => {
    expect(readPushEvent(topic, payload)).toBeUndefined();
  });
});
