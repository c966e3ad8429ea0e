/** Parts of a key event that tell a key combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers = new Set(['Mod', 'Shift', 'Alt']);
/** What some keys write: with Plus also the sign that stands on the same key of many keyboards, for which nobody presses Shift. */
const signs: { readonly [key: string]: readonly string[] } = { Plus: ['+', '='], Minus: ['-', '_'] };

/** Tells whether a press is a combination such as `Mod+Shift+G`. A sign that needs Shift on some keyboards, such as `?`, is matched by what it writes. */
export function matchesKeys(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.find((part) => !modifiers.has(part)) ?? '+';
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOther = isMac ? press.ctrlKey : press.metaKey;
  if (isOther || isMod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false;
  const written = signs[key];
  const isSign = written !== undefined || (key.length === 1 && !/[a-z0-9]/i.test(key));
  if (!isSign && press.shiftKey !== parts.includes('Shift')) return false;
  if (written !== undefined) return written.includes(press.key);
  return press.key.toLowerCase() === key.toLowerCase();
}

const caps: { readonly [key: string]: string } = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Plus: '+',
  Minus: '−',
};
const macCaps: { readonly [key: string]: string } = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** A combination as this computer's keyboard prints it. */
export function printKeys(keys: string, isMac: boolean): string {
  return keys
    .split('+')
    .map((part) => (isMac ? macCaps[part] : part === 'Mod' ? 'Ctrl' : undefined) ?? caps[part] ?? part)
    .join('+');
}

export function isMacComputer(): boolean {
  return /Mac/.test(navigator.platform);
}

const acceleratorNames: { readonly [key: string]: string } = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Minus: '-',
};

/** A combination as the menu bar shows it, in Electron's notation. */
export function acceleratorOf(keys: string): string {
  return keys
    .split('+')
    .map((part) => acceleratorNames[part] ?? part)
    .join('+');
}
