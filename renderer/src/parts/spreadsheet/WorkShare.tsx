import { useSyncExternalStore, type ReactNode } from 'react';
import { Listeners } from '#core/kernel/listeners';
import { ProgressBar } from '../../ui/ProgressBar';

/** How often progress is shown: more often nobody sees. */
const progressMs = 200;

/** Share of long work that is done, from 0 to 1. Apart from what it makes, so that only its bar is drawn as it goes on. */
export class WorkShare {
  private readonly listeners = new Listeners();
  private share = 0;
  private told = Number.NEGATIVE_INFINITY;

  readonly subscribe = this.listeners.add;
  readonly current = (): number => this.share;

  tell(share: number): void {
    const now = performance.now();
    if (now < this.told + progressMs) return;
    this.told = now;
    this.share = share;
    this.listeners.tell();
  }
}

/** The bar of work that goes on. */
export function WorkBar({ label, share }: { readonly label: string; readonly share: WorkShare }): ReactNode {
  return <ProgressBar label={label} value={useSyncExternalStore(share.subscribe, share.current)} />;
}
