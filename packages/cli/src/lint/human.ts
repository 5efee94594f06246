import { formatProblem } from '@backstage-handover/plugin-handover-common/documents';
import { paint } from '../io/output';
import { printable } from '../io/printable';
import { problemsOf } from './report';
import type { Formatter } from './report';

/** One line for each problem, with the place first, as editors and terminals follow it. */
export const formatHuman: Formatter = files =>
  problemsOf(files)
    .map(problem => {
      const line = printable(formatProblem(problem.file, problem));
      const place = line.slice(0, line.indexOf(' ', problem.file.length));
      const message = line.slice(place.length);
      return `${paint('bold', place)}${
        problem.severity === 'warning'
          ? `${paint('yellow', message)} (warning)`
          : paint('red', message)
      }\n`;
    })
    .join('');
