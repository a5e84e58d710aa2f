import { Component, type ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import styles from './boundary.module.css';
import { Button } from './button';
import { ErrorRow } from './error-row';

const words = catalogue.app.drawFailed;

interface BoundaryProps {
  readonly children: ReactNode;
  /** Loads the page anew. */
  readonly reload: () => void;
}

interface BoundaryState {
  readonly error: Error | null;
}

/** Where something within cannot be drawn it says so and offers the way back, in place of an empty window. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override readonly state: BoundaryState = { error: null };

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className={styles.fill}>
        <ErrorRow
          text={words.text(error.message)}
          action={<Button onClick={this.props.reload}>{words.reload}</Button>}
        />
      </main>
    );
  }
}
