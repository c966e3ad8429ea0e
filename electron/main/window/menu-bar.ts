import type { MenuItemConstructorOptions } from 'electron';
import type { MenuLine, MenuSection } from '#core/ipc/menu-channels';
import type { MainTexts } from '../texts';

export interface MenuBarParts {
  readonly platform: NodeJS.Platform;
  readonly texts: Pick<MainTexts, 'menu'>;
  /** The person chose a command in the menu. */
  readonly onCommand: (id: string) => void;
}

/** The menu bar as Electron builds it, from what the window asked for; without any, what text fields and the window itself need. */
export function menuBarOf(sections: readonly MenuSection[], parts: MenuBarParts): MenuItemConstructorOptions[] {
  const shown = sections.length === 0 ? basicSections(parts.texts) : sections;
  const isMac = parts.platform === 'darwin';
  const letters = new Set<string>();
  return [
    // macOS shows the first menu under the application's name, whatever it is called.
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    ...shown.map((section) => ({
      label: isMac ? plain(section.name) : withLetter(section.name, letters),
      submenu: section.lines.map((line) => itemOf(line, parts)),
    })),
  ];
}

function itemOf(line: MenuLine, parts: MenuBarParts): MenuItemConstructorOptions {
  const isMac = parts.platform === 'darwin';
  switch (line.kind) {
    case 'line':
      return { type: 'separator' };
    case 'role':
      // On macOS text fields get these keys from the menu alone; elsewhere Chromium has them itself.
      return isMac
        ? { role: line.role, label: plain(line.name) }
        : { role: line.role, label: plain(line.name), registerAccelerator: false };
    case 'submenu':
      return { label: plain(line.name), submenu: line.lines.map((inner) => itemOf(inner, parts)) };
    case 'command':
      return {
        id: line.id,
        label: plain(line.name),
        enabled: line.isEnabled,
        // The window listens to the keys. Where the menu cannot be kept from them (macOS), its share of a press is left out below.
        registerAccelerator: false,
        ...(line.keys === undefined ? {} : { accelerator: line.keys }),
        ...(line.mark === undefined ? {} : { type: line.mark, checked: line.isChecked === true }),
        click: (_item, _window, event) => {
          if (event.triggeredByAccelerator !== true) parts.onCommand(line.id);
        },
      };
  }
}

function basicSections({ menu }: MenuBarParts['texts']): readonly MenuSection[] {
  return [
    {
      name: menu.edit,
      lines: [
        { kind: 'role', role: 'cut', name: menu.cut },
        { kind: 'role', role: 'copy', name: menu.copy },
        { kind: 'role', role: 'paste', name: menu.paste },
        { kind: 'role', role: 'selectAll', name: menu.selectAll },
      ],
    },
    {
      name: menu.window,
      lines: [
        { kind: 'role', role: 'togglefullscreen', name: menu.fullScreen },
        { kind: 'role', role: 'minimize', name: menu.minimise },
        { kind: 'role', role: 'quit', name: menu.quit },
      ],
    },
  ];
}

/** A `&` in a menu marks the letter that chooses it; in a name it is only itself. */
function plain(name: string): string {
  return name.replaceAll('&', '&&');
}

/** The name with the first of its letters that no other menu has taken, so that Alt and that letter open it. */
function withLetter(name: string, taken: Set<string>): string {
  const at = [...name].findIndex((letter) => /\p{L}/u.test(letter) && !taken.has(letter.toLowerCase()));
  if (at === -1) return plain(name);
  const letters = [...name];
  taken.add((letters[at] ?? '').toLowerCase());
  return `${plain(letters.slice(0, at).join(''))}&${plain(letters.slice(at).join(''))}`;
}
