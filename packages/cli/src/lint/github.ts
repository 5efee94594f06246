import { githubCommand } from '../io/githubCommand';
import type { Formatter } from './report';

/**
 * Annotations of GitHub Actions, which it shows beside the line.
 */
export const formatGithub: Formatter = files =>
  files
    .flatMap(each =>
      'unreadable' in each
        ? [githubCommand('error', { file: each.file }, each.unreadable)]
        : each.problems.map(({ severity, line, column, path, message }) =>
            githubCommand(
              severity,
              {
                file: each.file,
                line,
                col: column,
                title: path ? `Handover: ${path}` : 'Handover',
              },
              message,
            ),
          ),
    )
    .join('');
