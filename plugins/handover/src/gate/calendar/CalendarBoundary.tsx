import { Component, type ReactNode } from 'react';

type CalendarBoundaryProps = { fallback: ReactNode; children: ReactNode };

/** Keeps a calendar that fails, or cannot be fetched, from taking the tab with it. */
export class CalendarBoundary extends Component<
  CalendarBoundaryProps,
  { failed: boolean }
> {
  static getDerivedStateFromError() {
    return { failed: true };
  }

  state = { failed: false };

  render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
