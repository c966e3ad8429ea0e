import type { BrowserWindow, Event } from 'electron';
import type { ClosingAnswer } from '#core/ipc/window-channels';

/** Milliseconds in which a window has to say that it has heard; one that says nothing is held by something, and is closed. */
const hearingMs = 10_000;

export interface ClosingParts {
  readonly window: Pick<BrowserWindow, 'close' | 'isDestroyed'>;
  /** Tells the window that somebody wants to close it. */
  readonly tell: () => void;
  /** Ends the program where that is what was wanted. */
  readonly quit: () => void;
  readonly isQuitting: () => boolean;
  /** The person keeps the window open after all. */
  readonly stay: () => void;
}

/**
 * Closes the window when nothing is under way in it any more. An act that takes long, and those behind it, are finished first, or
 * the person says what becomes of them.
 */
export class WindowClosing {
  private canAsk = false;
  private mayClose = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ClosingParts) {}

  /** The page is there and hears what it is told. */
  ready(): void {
    this.canAsk = true;
  }

  /** The page is another one now, or its process has ended. */
  gone(): void {
    this.canAsk = false;
    clearTimeout(this.timer);
  }

  onClose(event: Pick<Event, 'preventDefault'>): void {
    if (this.mayClose || !this.canAsk) return;
    event.preventDefault();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.close(), hearingMs);
    this.parts.tell();
  }

  answer(answer: ClosingAnswer): void {
    clearTimeout(this.timer);
    if (answer === 'close') this.close();
    else if (answer === 'stay') this.parts.stay();
  }

  private close(): void {
    this.mayClose = true;
    if (this.parts.isQuitting()) this.parts.quit();
    else if (!this.parts.window.isDestroyed()) this.parts.window.close();
  }
}
