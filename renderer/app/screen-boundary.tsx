import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { connectionWords } from '../text/connection.ts';
import { KeepButton } from './connection-notice.tsx';

/** A screen that cannot draw what it was given takes no other screen with it, and says so. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { problem: string | null }> {
  override state: { problem: string | null } = { problem: null };

  static getDerivedStateFromError(error: unknown) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return (
      <div style={{ padding: 18, maxWidth: 1080, display: 'grid', gap: 12 }}>
        <Notice
          tone="broken"
          urgent
          action={<Button onClick={() => this.setState({ problem: null })}>{connectionWords.drawAgain}</Button>}
        >
          {connectionWords.broken(problem)}
        </Notice>
        <div>
          <KeepButton />
        </div>
      </div>
    );
  }
}
