import { environmentOfDeployment } from '../environmentNames';
import type { Value } from '../yamlFile';
import type { PipelineJob } from './types';

/**
 * The environment of a job of GitHub or GitLab, which write it alike: a name, or
 * a mapping with name and url. Without one, the name of the job may say it. A name
 * that is only known when the job runs says nothing.
 */
export function readEnvironment(
  environment: Value | undefined,
  job: { name: string; line: number },
): PipelineJob['environment'] {
  const name = environment?.get('name') ?? environment;
  if (!name?.text) {
    const said = environmentOfDeployment(job.name);
    return said ? { name: said, line: job.line } : undefined;
  }
  const url = environment?.get('url');
  return name.text.includes('$')
    ? undefined
    : {
        name: name.text,
        line: name.line,
        ...(url?.text &&
          !url.text.includes('$') && {
            url: { text: url.text, line: url.line },
          }),
      };
}
