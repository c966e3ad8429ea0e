import { readRemembered, useRemembered } from './remembered';

/** `system` follows the system, also while the window is open. */
export type ThemeChoice = 'system' | 'light' | 'dark';
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark'];
const initial: ThemeChoice = 'system';

function applyTheme(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
}

/** Sets the theme before the first paint and follows the system from then on. */
export function startTheme(): void {
  applyTheme(readRemembered<ThemeChoice>('theme', initial));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(readRemembered<ThemeChoice>('theme', initial)));
}

export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, remember] = useRemembered<ThemeChoice>('theme', initial);
  return [
    choice,
    (next) => {
      remember(next);
      applyTheme(next);
    },
  ];
}
