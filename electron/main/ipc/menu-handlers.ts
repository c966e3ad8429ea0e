import { succeeded } from '#core/kernel/result';
import type { MenuSection } from '#core/ipc/menu-channels';
import type { Handlers } from './handlers';

export function menuHandlers(show: (sections: readonly MenuSection[]) => void): Handlers<'menu.'> {
  return {
    'menu.show': ({ sections }) => {
      show(sections);
      return succeeded(null);
    },
  };
}
