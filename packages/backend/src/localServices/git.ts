import fs from 'node:fs';
import git from 'isomorphic-git';

const author = { name: 'Scaffolder', email: 'scaffolder@example.com' };

/** Makes a folder a git repository, with all that is in it in one commit. */
export async function commitAll(dir: string, message: string): Promise<void> {
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.add({ fs, dir, filepath: '.' });
  await git.commit({ fs, dir, message, author });
}

/** Commits one file of a repository. */
export async function commitFile(
  dir: string,
  filepath: string,
  message: string,
): Promise<void> {
  await git.add({ fs, dir, filepath });
  await git.commit({ fs, dir, message, author });
}
