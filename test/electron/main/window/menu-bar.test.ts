import type { KeyboardEvent as MenuEvent, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuBarOf } from '../../../../electron/main/window/menu-bar';
import { mainTextsIn } from '../../../../electron/main/texts';
import { channels } from '#core/ipc/channels';
import type { MenuCommandLine, MenuSection } from '#core/ipc/menu-channels';

const generate: MenuCommandLine = {
  kind: 'command',
  id: 'tree.generate',
  name: 'Generate groups…',
  keys: 'CmdOrCtrl+Shift+G',
  isEnabled: true,
};
const dark: MenuCommandLine = {
  kind: 'command',
  id: 'look.themeDark',
  name: 'Dark & calm',
  isEnabled: false,
  mark: 'radio',
  isChecked: true,
};
const sections: MenuSection[] = [
  { name: 'Account', lines: [{ kind: 'role', role: 'quit', name: 'Quit Trellis' }] },
  { name: 'Tree', lines: [generate, { kind: 'line' }, { kind: 'submenu', name: 'Theme', lines: [dark] }] },
  { name: 'About', lines: [] },
];

function built(platform: NodeJS.Platform, given: readonly MenuSection[] = sections) {
  const chosen: string[] = [];
  const menus = menuBarOf(given, { platform, texts: mainTextsIn.en, onCommand: (id) => chosen.push(id) });
  const items = (index: number): MenuItemConstructorOptions[] => menus[index]?.submenu as MenuItemConstructorOptions[];
  return { chosen, menus, items };
}

function press(item: MenuItemConstructorOptions | undefined, event: MenuEvent): void {
  item?.click?.(undefined as never, undefined, event);
}

describe('the menu bar', () => {
  it('says the id of a chosen command back, and does nothing itself', () => {
    const { chosen, items } = built('linux');
    press(items(1)[0], {} as MenuEvent);
    expect(chosen).toEqual(['tree.generate']);
  });

  it('shows keys but leaves them to the window, so that a press is not done twice', () => {
    const { chosen, items } = built('darwin');
    const item = items(2)[0];
    expect(item).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+G', registerAccelerator: false });
    press(item, { triggeredByAccelerator: true } as MenuEvent);
    expect(chosen).toEqual([]);
  });

  it('dims what cannot be done and marks what is chosen; a sign that menus read is only a sign', () => {
    const { items } = built('linux');
    const [inner] = (items(1)[2]?.submenu ?? []) as MenuItemConstructorOptions[];
    expect(inner).toMatchObject({ label: 'Dark && calm', enabled: false, type: 'radio', checked: true });
  });

  it('gives each menu a letter of its own for Alt, and none on macOS, where the first menu is the application’s', () => {
    expect(built('linux').menus.map((menu) => menu.label)).toEqual(['&Account', '&Tree', 'A&bout']);
    expect(built('darwin').menus.map((menu) => menu.label ?? menu.role)).toEqual([
      'appMenu',
      'Account',
      'Tree',
      'About',
    ]);
  });

  it('has what text fields and the window need before an account is open, in each language', () => {
    for (const texts of Object.values(mainTextsIn)) {
      const [edit] = menuBarOf([], { platform: 'win32', texts, onCommand: () => undefined });
      expect((edit?.submenu as MenuItemConstructorOptions[]).map((item) => item.role)).toEqual([
        'cut',
        'copy',
        'paste',
        'selectAll',
      ]);
      expect((edit?.submenu as MenuItemConstructorOptions[])[1]?.label).toBe(texts.menu.copy);
    }
  });
});

describe('what the window may ask of the menu bar', () => {
  const parse = (given: unknown): boolean => channels['menu.show'].request.safeParse(given).success;
  const withLine = (line: unknown): unknown => ({ sections: [{ name: 'Tree', lines: [line] }] });

  it('is a list of names, ids and keys', () => {
    expect(parse({ sections })).toBe(true);
    expect(parse({ sections: [] })).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a role that is not listed', { kind: 'role', role: 'toggleDevTools', name: 'Tools' }],
    ['a role on a command', { ...generate, role: 'quit' }],
    ['a picture', { ...generate, icon: '/etc/passwd' }],
    ['an id that is no command’s', { ...generate, id: '../../x' }],
    ['keys that are no keys', { ...generate, keys: 'Ctrl+<script>' }],
    ['a name of another type', { ...generate, name: { toString: 'x' } }],
    ['a name that is too long', { ...generate, name: 'x'.repeat(121) }],
    ['menus in menus without end', { kind: 'submenu', name: 'A', lines: [{ kind: 'submenu', name: 'B', lines: [] }] }],
    ['a line of an unknown kind', { kind: 'open', path: '/tmp' }],
  ])('is refused with %s', (_what, line) => {
    expect(parse(withLine(line))).toBe(false);
  });

  it('is refused when it is larger than a menu can be', () => {
    expect(parse({ sections: Array.from({ length: 13 }, () => ({ name: 'A', lines: [] })) })).toBe(false);
    expect(parse({ sections: [{ name: 'A', lines: Array.from({ length: 61 }, () => generate) }] })).toBe(false);
  });
});
