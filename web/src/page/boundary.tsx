import { Component, type ReactNode } from 'react';

export interface BoundaryProps {
  /** Shown if rendering fails. `retry` renders the children again. */
  instead(failure: unknown, retry: () => void): ReactNode;
  readonly children: ReactNode;
}

/** Shows something else if rendering fails. React offers no hook for that. */
export class Boundary extends Component<BoundaryProps> {
  override state: { readonly failure?: unknown } = {};

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override render() {
    const { failure } = this.state;
    const { children, instead } = this.props;
    if (failure === undefined) return children;
    return instead(failure, () => this.setState({ failure: undefined }));
  }
}
