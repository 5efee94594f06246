import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A host of repositories on this machine: git itself over HTTP, and as much of
 * the APIs of GitHub and GitLab as making a repository in the organization
 * `acme` takes.
 */
export async function startCodeHost(folder: string) {
  const requests: string[] = [];
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    answer(req, res).catch(error => {
      res.statusCode = 500;
      res.end(String(error));
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const bare = (name: string) => path.join(folder, 'acme', `${name}.git`);

  async function makeRepository(name: string) {
    await mkdir(bare(name), { recursive: true });
    execFileSync('git', ['init', '--quiet', '--bare', bare(name)]);
    execFileSync('git', [
      '-C',
      bare(name),
      'config',
      'http.receivepack',
      'true',
    ]);
    return {
      id: 7,
      clone_url: `http://${host}/acme/${name}.git`,
      http_url_to_repo: `http://${host}/acme/${name}.git`,
      html_url: `http://${host}/acme/${name}`,
    };
  }

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const url = new URL(req.url ?? '', `http://${host}`);
    const route = `${req.method} ${decodeURIComponent(url.pathname)}`;
    const json = (body: unknown, status = 200) => {
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(body));
    };
    if (/\.git\//.test(url.pathname)) {
      serveGit(req, res, url, folder);
      return;
    }
    const file =
      /^GET \/(?:api|api\/v4)\/(?:repos|projects)\/acme\/([^/]+)\/(?:contents|repository\/files)\/(.*?)(?:\/raw)?$/.exec(
        route,
      );
    if (file) {
      const { stdout } = await run('git', [
        '-C',
        bare(file[1]),
        'show',
        `main:${file[2]}`,
      ]);
      res.end(stdout);
      return;
    }
    switch (route) {
      case 'GET /api/users/acme':
        json({ id: 1, login: 'acme', type: 'Organization' });
        return;
      case 'GET /api/v4/namespaces/acme':
        json({ id: 1, kind: 'group' });
        return;
      case 'GET /api/v4/user':
        json({ id: 2 });
        return;
      case 'GET /api/v4/groups/acme/projects':
        json([]);
        return;
      case 'POST /api/orgs/acme/repos':
      case 'POST /api/v4/projects': {
        const { name } = JSON.parse(await textOf(req));
        json(await makeRepository(name), 201);
        return;
      }
      default:
        // The protection of the branch, and what a project is.
        json(/\/protection/.test(route) ? {} : { id: 7 });
    }
  }

  return {
    host,
    requests,
    /** What a file of a repository says on its main branch. */
    read: async (name: string, file: string) =>
      (await run('git', ['-C', bare(name), 'show', `main:${file}`])).stdout,
    stop: () => server.close(),
  };
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** By git's own CGI program. */
function serveGit(
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  folder: string,
): void {
  const git = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REQUEST_METHOD: req.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: req.headers['content-type'] ?? '',
      CONTENT_LENGTH: req.headers['content-length'] ?? '',
      REMOTE_USER: 'portal',
    },
  });
  req.pipe(git.stdin);
  const chunks: Buffer[] = [];
  git.stdout.on('data', chunk => chunks.push(chunk));
  git.on('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    for (const line of output
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')) {
      const [name, value] = line.split(': ');
      if (name === 'Status') {
        res.statusCode = parseInt(value, 10);
      } else {
        res.setHeader(name, value);
      }
    }
    res.end(output.subarray(end + 4));
  });
}
