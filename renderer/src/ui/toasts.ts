import { Listeners } from '#core/kernel/listeners';
/** A short message that comes and goes by itself, with at most one thing to do. */
export interface ToastMessage {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'refusal' | 'warning';
  readonly title: string;
  readonly details?: string | undefined;
  readonly rule?: string | undefined;
  readonly action?: { readonly name: string; readonly run: () => void } | undefined;
}

/** Milliseconds a message stays; what was refused stays longer, as it must be read. */
const stay: { readonly [T in ToastMessage['tone']]: number } = {
  info: 5_000,
  success: 5_000,
  warning: 10_000,
  refusal: 12_000,
};
const mostShown = 4;

/** The messages on screen. One list a window, given to those who show and those who say. */
export interface ToastList {
  show(message: Omit<ToastMessage, 'id'>): void;
  dismiss(id: number): void;
  /** While the person is at them, nothing goes away. */
  hold(isHeld: boolean): void;
  readonly current: () => readonly ToastMessage[];
  subscribe(onChange: () => void): () => void;
}

export function createToastList(after: (run: () => void, milliseconds: number) => void): ToastList {
  let messages: readonly ToastMessage[] = [];
  let nextId = 1;
  let isHeld = false;
  const due = new Set<number>();
  const listeners = new Listeners();

  function replace(next: readonly ToastMessage[]): void {
    messages = next;
    listeners.tell();
  }

  function dismiss(id: number): void {
    due.delete(id);
    replace(messages.filter((message) => message.id !== id));
  }

  /** What was done before is old news once the next thing is done; the undo history has it. */
  function isOld(other: ToastMessage, message: Omit<ToastMessage, 'id'>): boolean {
    return (
      (other.tone === 'success' && message.tone === 'success') ||
      (other.title === message.title && other.details === message.details)
    );
  }

  return {
    show(message) {
      const id = nextId;
      nextId += 1;
      replace([...messages.filter((other) => !isOld(other, message)), { ...message, id }].slice(-mostShown));
      after(() => {
        if (isHeld) due.add(id);
        else dismiss(id);
      }, stay[message.tone]);
    },
    dismiss,
    hold(held) {
      isHeld = held;
      if (!held) for (const id of [...due]) dismiss(id);
    },
    current: () => messages,
    subscribe: listeners.add,
  };
}
