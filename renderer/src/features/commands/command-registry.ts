import type { CommandId } from './command-list';

/** How a command is done by what is on screen now. */
export interface CommandHandler {
  readonly run: () => void;
  /** Left out: always. */
  readonly isEnabled?: (() => boolean) | undefined;
}

export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler };

/** Which commands can be done now, and by whom. The one that came last is asked first. */
export interface CommandRegistry {
  add(handlers: () => CommandHandlers): () => void;
  handler(id: CommandId): CommandHandler | undefined;
  isEnabled(id: CommandId): boolean;
  /** Answers whether anything was done. */
  run(id: CommandId): boolean;
}

export function createCommandRegistry(): CommandRegistry {
  const sources: (() => CommandHandlers)[] = [];
  const registry: CommandRegistry = {
    add(handlers) {
      sources.unshift(handlers);
      return () => {
        const index = sources.indexOf(handlers);
        if (index !== -1) sources.splice(index, 1);
      };
    },
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
    run(id) {
      if (!registry.isEnabled(id)) return false;
      registry.handler(id)?.run();
      return true;
    },
  };
  return registry;
}
