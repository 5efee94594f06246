import { performance } from 'node:perf_hooks';
import { secretLintProfiler } from '@secretlint/profiler';
import { findSecrets } from '../../secrets';

// The profiler of secretlint kept 36 KB for each text that was checked.
it('keeps nothing of the texts that were checked', async () => {
  const count = () => performance.getEntries().length;
  const before = count();
  for (let i = 0; i < 50; i++) {
    await findSecrets(`note: ${i}\npassword: hunter2\n`);
  }
  expect(secretLintProfiler.isEnabled).toBe(false);
  expect(count()).toBe(before);
});
