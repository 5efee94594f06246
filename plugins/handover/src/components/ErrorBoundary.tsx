import { Component, type ReactNode } from 'react';

type ErrorBoundaryProps = {
  /** Stands in the place of what failed. */
  fallback: (error: Error) => ReactNode;
  children: ReactNode;
};

/** Keeps a part that fails, or cannot be fetched, from taking the rest with it. */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { error?: Error }
> {
  static getDerivedStateFromError(reason: unknown) {
    return {
      error: reason instanceof Error ? reason : new Error(String(reason)),
    };
  }

  state: { error?: Error } = {};

  render() {
    const { error } = this.state;
    return error ? this.props.fallback(error) : this.props.children;
  }
}
