import { readRemembered, writeRemembered } from '../platform/remembered';

/** `system` follows the system, also while the window is open. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const darkSystem = '(prefers-color-scheme: dark)';

function paint(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia(darkSystem).matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Sets the theme of the last time before the first paint, and follows the system from then on. */
export function startTheme(): void {
  paint(readRemembered<ThemeChoice>('theme', 'system'));
  matchMedia(darkSystem).addEventListener('change', () => paint(readRemembered<ThemeChoice>('theme', 'system')));
}

/** Shows a theme and remembers it for the first paint of the next start. */
export function applyTheme(choice: ThemeChoice): void {
  writeRemembered<ThemeChoice>('theme', choice);
  paint(choice);
}
