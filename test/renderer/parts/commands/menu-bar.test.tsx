import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, matchesKeys } from '../../../../renderer/src/parts/commands/keys';
import { commandList } from '../../../../renderer/src/parts/commands/command-list';
import type { SystemMenu } from '../../../../renderer/src/platform/system-menu';
import { App } from '../../../../renderer/src/shell/App';
import { channels } from '#core/ipc/channels';
import type { MenuLine, MenuSection } from '#core/ipc/menu-channels';
import { startOf } from '../../../support/renderer/start-of';
import { aWindowOn, sunrise } from '../../../support/renderer/window-world';

/** A window with a menu bar that keeps what it was told. */
async function aWindowWithMenu() {
  const world = await aWindowOn(sunrise);
  world.account.view.setState({ expanded: ['root', 'sunrise', 'h1'] });
  const start = startOf(world.account);
  const told: (readonly MenuSection[])[] = [];
  const listeners = new Set<(id: string) => void>();
  const menu: SystemMenu = {
    show: (sections) => told.push(sections),
    onCommand: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  render(
    <App
      start={start}
      onReady={() => undefined}
      onDefect={(error) => {
        throw error;
      }}
      systemMenu={menu}
    />,
  );
  await waitFor(() => expect(told.at(-1)?.length).toBeGreaterThan(0));
  const linesOf = (lines: readonly MenuLine[]): readonly MenuLine[] =>
    lines.flatMap((line) => (line.kind === 'submenu' ? linesOf(line.lines) : [line]));
  const all = (): readonly MenuLine[] => (told.at(-1) ?? []).flatMap((section) => linesOf(section.lines));
  const line = (id: string) => all().find((one) => one.kind === 'command' && one.id === id);
  const choose = (id: string): void =>
    act(() => {
      for (const listener of listeners) listener(id);
    });
  return { ...world, told, all, line, choose };
}

describe('the menu bar of the window', () => {
  it('holds every command once, within what main takes', async () => {
    const { told, all, user } = await aWindowWithMenu();
    await user.click(screen.getByRole('treeitem', { name: /^House 1/ }));
    await waitFor(() =>
      expect(
        all()
          .filter((one) => one.kind === 'role')
          .map((one) => one.name),
      ).not.toContain('Copy'),
    );
    const ids = all().flatMap((one) => (one.kind === 'command' ? [one.id] : []));
    expect([...ids].sort()).toEqual(commandList.map(({ id }) => id as string).sort());
    expect(channels['menu.show'].request.safeParse({ sections: told.at(-1) }).success).toBe(true);
  });

  it('means text by cut, copy and paste while a field has the keyboard', async () => {
    const { all, line, user } = await aWindowWithMenu();
    await user.click(screen.getByRole('treeitem', { name: /^House 1/ }));
    await waitFor(() => expect(line('tree.copy')).toBeDefined());
    await user.click(screen.getByRole('searchbox', { name: 'Filter the tree' }));
    await waitFor(() => expect(line('tree.copy')).toBeUndefined());
    expect(all()).toContainEqual({ kind: 'role', role: 'copy', name: 'Copy' });
  });

  it('runs what is chosen, and knows what can be done', async () => {
    const { line, choose, session } = await aWindowWithMenu();
    await waitFor(() => expect(line('edit.undo')).toMatchObject({ isEnabled: true, keys: 'CmdOrCtrl+Z' }));
    expect(line('edit.redo')).toMatchObject({ isEnabled: false });
    const before = session.steps().undoable.length;
    choose('edit.undo');
    await waitFor(() => expect(session.steps().undoable).toHaveLength(before - 1));
    await waitFor(() => expect(line('edit.redo')).toMatchObject({ isEnabled: true }));
  });

  it('leaves an open dialog alone, and does not know other ids', async () => {
    const { line, choose } = await aWindowWithMenu();
    choose('look.keys');
    await screen.findByRole('dialog', { name: 'Keys' });
    await waitFor(() => expect(line('look.palette')).toMatchObject({ isEnabled: false }));
    choose('look.palette');
    choose('no.such');
    expect(screen.queryByRole('dialog', { name: 'Search and commands' })).toBeNull();
  });

  it('speaks the language of the window, and marks the one that is chosen', async () => {
    const { told, line, choose } = await aWindowWithMenu();
    choose('look.languageGerman');
    await waitFor(() =>
      expect(told.at(-1)?.map((section) => section.name)).toEqual([
        'Konto',
        'Bearbeiten',
        'Baum',
        'Lizenzen',
        'Personen',
        'Nummern und Geräte',
        'Ansicht',
        'Hilfe',
      ]),
    );
    expect(line('look.languageGerman')).toMatchObject({ mark: 'radio', isChecked: true });
    expect(line('tree.generate')).toMatchObject({ name: 'Gruppen erzeugen…' });
  });

  it('is told nothing when nothing is different', async () => {
    const { told, user } = await aWindowWithMenu();
    await user.click(screen.getByRole('treeitem', { name: /^House 1/ }));
    await new Promise((after) => setTimeout(after, 300));
    const before = told.length;
    await user.keyboard('{ArrowDown}{ArrowUp}');
    await new Promise((after) => setTimeout(after, 300));
    expect(told).toHaveLength(before);
  });
});

describe('keys', () => {
  it('are written for the menu bar as Electron reads them', () => {
    expect(acceleratorOf('Mod+Shift+G')).toBe('CmdOrCtrl+Shift+G');
    expect(acceleratorOf('Alt+ArrowUp')).toBe('Alt+Up');
    expect(acceleratorOf('Mod+Plus')).toBe('CmdOrCtrl+Plus');
  });

  it('make everything larger by plus, with Shift or without, as keyboards have it', () => {
    const press = (key: string, shiftKey: boolean) => ({ key, shiftKey, ctrlKey: true, metaKey: false, altKey: false });
    expect(matchesKeys(press('+', true), 'Mod+Plus', false)).toBe(true);
    expect(matchesKeys(press('=', false), 'Mod+Plus', false)).toBe(true);
    expect(matchesKeys(press('-', false), 'Mod+Minus', false)).toBe(true);
    expect(matchesKeys(press('-', false), 'Mod+Plus', false)).toBe(false);
  });

  it('are those that people know, whatever is added', () => {
    const keys = new Map<string, string | undefined>(
      commandList.map((entry) => [entry.id, 'keys' in entry ? entry.keys : undefined]),
    );
    const known = {
      'tree.create': 'Mod+N',
      'tree.generate': 'Mod+Shift+G',
      'tree.copy': 'Mod+C',
      'tree.cut': 'Mod+X',
      'tree.paste': 'Mod+V',
      'tree.duplicate': 'Mod+D',
      'tree.moveUp': 'Alt+ArrowUp',
      'tree.moveDown': 'Alt+ArrowDown',
      'tree.moveTo': 'Mod+M',
      'tree.delete': 'Delete',
      'tree.rename': 'F2',
      'tree.selectAll': 'Mod+A',
      'look.filter': 'Mod+F',
      'look.search': 'Mod+Shift+F',
      'look.palette': 'Mod+K',
      'account.synchronise': 'F5',
      'edit.selected': 'Mod+E',
      'edit.undo': 'Mod+Z',
      'edit.redo': 'Mod+Shift+Z',
      'look.keys': '?',
      'look.nextPane': 'F6',
      'look.previousPane': 'Shift+F6',
    };
    for (const [id, key] of Object.entries(known)) expect([id, keys.get(id)]).toEqual([id, key]);
  });

  it('are not given to two commands in one place', () => {
    const seen = commandList.flatMap((entry) => ('keys' in entry ? [entry.keys as string] : []));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
