import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import type { Reading } from '../../components';
import { NotReady, type NotReadyProps } from './NotReady';

const useStyles = makeStyles(
  { previous: { opacity: 0.6 } },
  { name: 'HandoverFleetContent' },
);

export type ViewContentProps<T> = Omit<NotReadyProps, 'reading'> & {
  reading: Reading<T>;
  children: (data: T) => ReactNode;
};

/** What was read. The previous result is dimmed until the next is there. */
export function ViewContent<T>({
  reading,
  children,
  ...texts
}: ViewContentProps<T>) {
  const classes = useStyles();
  return reading.status === 'ready' ? (
    <div
      className={reading.isPrevious ? classes.previous : undefined}
      aria-busy={reading.isPrevious}
    >
      {children(reading.data)}
    </div>
  ) : (
    <NotReady reading={reading} {...texts} />
  );
}
