import { Listeners } from '#core/kernel/listeners';
import type { CommandId } from './command-list';

/** Way in which what is on screen now does a command. */
export interface CommandHandler {
  readonly run: () => void;
  /** Left out: always. */
  readonly isEnabled?: (() => boolean) | undefined;
  /** Tells whether what it switches to is so now; for commands that choose between states. */
  readonly isChecked?: (() => boolean) | undefined;
  /** It only brings the part on screen that knows how, which then does it. */
  readonly bringsItsPart?: true | undefined;
}

export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler };

/** Register of the commands that can be done now, and by whom. The one that came last is asked first. */
export interface CommandRegistry {
  add(handlers: () => CommandHandlers): () => void;
  handler(id: CommandId): CommandHandler | undefined;
  isEnabled(id: CommandId): boolean;
  /** `undefined` where it does not switch anything. */
  isChecked(id: CommandId): boolean | undefined;
  /** Called when other parts of the window say how commands are done, and when what they say may have changed. */
  subscribe(listener: () => void): () => void;
  /** What a part says about its commands may be different from now on. */
  touch(): void;
  /** Answers whether anything was done. */
  run(id: CommandId): boolean;
}

export function createCommandRegistry(): CommandRegistry {
  const sources: (() => CommandHandlers)[] = [];
  const listeners = new Listeners();
  const registry: CommandRegistry = {
    add(handlers) {
      sources.unshift(handlers);
      registry.touch();
      return () => {
        const index = sources.indexOf(handlers);
        if (index !== -1) sources.splice(index, 1);
        registry.touch();
      };
    },
    subscribe: listeners.add,
    touch: () => listeners.tell(),
    handler(id) {
      for (const source of sources) {
        const handler = source()[id];
        if (handler !== undefined) return handler;
      }
      return undefined;
    },
    isEnabled(id) {
      const handler = registry.handler(id);
      return handler !== undefined && handler.isEnabled?.() !== false;
    },
    isChecked: (id) => registry.handler(id)?.isChecked?.(),
    run(id) {
      if (!registry.isEnabled(id)) return false;
      registry.handler(id)?.run();
      return true;
    },
  };
  return registry;
}

/** A part that was just brought on screen says within this time how its commands are done, or not at all. */
const partMsMost = 2_000;

/** Runs a command as soon as the part that knows how is on screen. */
export function runOnceThere(registry: CommandRegistry, id: CommandId): void {
  const isThere = (): boolean => registry.handler(id)?.bringsItsPart !== true;
  if (isThere()) {
    registry.run(id);
    return;
  }
  const stop = registry.subscribe(() => {
    if (!isThere()) return;
    giveUp();
    registry.run(id);
  });
  const timer = setTimeout(() => stop(), partMsMost);
  function giveUp(): void {
    clearTimeout(timer);
    stop();
  }
}
