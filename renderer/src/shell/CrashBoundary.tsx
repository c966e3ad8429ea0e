import { RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useText } from '../text/text';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';

function Crashed(): ReactNode {
  const { text } = useText();
  return (
    <main className="crashed">
      <h1 className="visually-hidden">{text('app.name')}</h1>
      <EmptyState
        icon={RotateCcw}
        title={text('crash.title')}
        actions={
          <Button tone="primary" onPress={() => location.reload()}>
            {text('crash.reload')}
          </Button>
        }
      >
        {text('crash.text')}
      </EmptyState>
    </main>
  );
}

interface Props {
  readonly onDefect: (error: unknown) => void;
  readonly children: ReactNode;
}

/** A defect while drawing: what was done is on the disk, so starting the window again loses nothing. */
export class CrashBoundary extends Component<Props, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError(): { readonly hasCrashed: boolean } {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onDefect(error);
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <Crashed /> : this.props.children;
  }
}
