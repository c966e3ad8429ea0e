import { useCommandHandlers } from '../parts/commands';
import { useSelection } from '../state/view-hooks';
import { usePropertiesPane } from './use-properties-pane';

const fields = 'input, textarea, button, select, [tabindex]:not([tabindex="-1"])';

/** Takes the keyboard to the first field of the properties, as soon as they are there. */
function focusProperties(): void {
  // The pane may just have been opened, and what it shows follows the selection a moment later.
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-pane="properties"]')?.querySelector<HTMLElement>(fields)?.focus(),
    ),
  );
}

/** Editing what is selected, one or many: its properties, opened if they were hidden. */
export function useEditSelected(): void {
  const properties = usePropertiesPane();
  const { selection } = useSelection();
  useCommandHandlers({
    'edit.selected': {
      run: () => {
        if (!properties.shown) properties.show(true);
        focusProperties();
      },
      isEnabled: () => selection.ids.length > 0,
    },
  });
}
