import { z } from 'zod';
import { channel } from './channel';

/** Lines of the menu that the system does by itself; nothing else can be asked of it. */
const menuRoles = ['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'minimize', 'close', 'quit'] as const;

const name = z.string().min(1).max(120);
const mark = z.enum(['checkbox', 'radio']);

/**
 * A command of the window: main says its id back when it is chosen (`window.command`), and does nothing itself.
 * `keys` is shown beside it in Electron's notation, such as `CmdOrCtrl+Shift+G`; the window listens to keys.
 */
const commandLine = z.strictObject({
  kind: z.literal('command'),
  id: z
    .string()
    .regex(/^[a-z]+(\.[A-Za-z0-9]+){1,2}$/)
    .max(60),
  name,
  keys: z
    .string()
    .regex(/^[A-Za-z0-9+?*.,/-]{1,30}$/)
    .exactOptional(),
  isEnabled: z.boolean(),
  mark: mark.exactOptional(),
  isChecked: z.boolean().exactOptional(),
});
const roleLine = z.strictObject({ kind: z.literal('role'), role: z.enum(menuRoles), name });
const dividingLine = z.strictObject({ kind: z.literal('line') });
const simpleLine = z.discriminatedUnion('kind', [commandLine, roleLine, dividingLine]);
const submenuLine = z.strictObject({ kind: z.literal('submenu'), name, lines: z.array(simpleLine).max(40) });
const menuLine = z.discriminatedUnion('kind', [commandLine, roleLine, dividingLine, submenuLine]);
const menuSection = z.strictObject({ name, lines: z.array(menuLine).max(60) });

export type MenuCommandLine = Readonly<z.infer<typeof commandLine>>;
export type MenuLine = Readonly<z.infer<typeof menuLine>>;
export type MenuSection = z.infer<typeof menuSection>;

/** The menu bar: made of the window's list of commands, in the language of the window. */
export const menuChannels = {
  /** Shows these menus; none are those that a window without an account has. */
  'menu.show': channel<null>()(z.strictObject({ sections: z.array(menuSection).max(12) })),
} as const;
