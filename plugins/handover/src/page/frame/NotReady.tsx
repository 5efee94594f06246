import Skeleton from '@material-ui/lab/Skeleton';
import type { ReactNode } from 'react';
import { type Reading, Unread } from '../../components';

export type NotReadyProps = {
  reading: Exclude<Reading<unknown>, { status: 'ready' }>;
  /** Says what is loaded. */
  loading: string;
  /** Says what could not be loaded, and why. */
  failed: (message: string) => string;
  /** Room for the content, so that little moves when it comes. */
  height?: number;
  /** What else the viewer can do after a failure. */
  action?: ReactNode;
};

/** Stands in for content that is on its way or could never be read. */
export function NotReady({
  reading,
  loading,
  failed,
  height = 320,
  action,
}: NotReadyProps) {
  return reading.status === 'loading' ? (
    <Skeleton
      variant="rect"
      height={height}
      animation={false}
      role="status"
      aria-label={loading}
    />
  ) : (
    <>
      <Unread reading={reading} message={failed(reading.error.message)} />
      {action}
    </>
  );
}
