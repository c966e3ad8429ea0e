import type { MenuSection } from '#core/ipc/menu-channels';
import { answered, type Handlers } from './handlers';

export function menuHandlers(show: (sections: readonly MenuSection[]) => void): Handlers<'menu.'> {
  return {
    'menu.show': ({ sections }) => {
      show(sections);
      return answered(null);
    },
  };
}
