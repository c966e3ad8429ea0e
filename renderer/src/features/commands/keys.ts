/** What a key event says about a key combination. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const modifiers = new Set(['Mod', 'Shift', 'Alt']);

/** Whether a press is a combination such as `Mod+Shift+G`. A sign that needs Shift on some keyboards, such as `?`, is matched by what it writes. */
export function matchesKeys(press: KeyPress, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.find((part) => !modifiers.has(part)) ?? '+';
  const isMod = isMac ? press.metaKey : press.ctrlKey;
  const isOther = isMac ? press.ctrlKey : press.metaKey;
  if (isOther || isMod !== parts.includes('Mod') || press.altKey !== parts.includes('Alt')) return false;
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && press.shiftKey !== parts.includes('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

const caps: { readonly [key: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Delete: 'Del' };
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
