/**
 * Name of the manual's page about what is on screen: of the dialog on top, or else of where the keyboard is, or else of
 * what the middle shows. Stands by itself, so that a test can ask the same of a real window.
 */
export function pageHere(): string | null {
  const over =
    '[role=dialog][data-help], [role=alertdialog][data-help], [role=dialog] [data-help], [role=alertdialog] [data-help]';
  const around = [...document.querySelectorAll<HTMLElement>(over)].at(-1);
  const focused = document.activeElement?.closest<HTMLElement>('[data-help]');
  const main = document.querySelector<HTMLElement>('main[data-help]');
  return (around ?? focused ?? main)?.dataset['help'] ?? null;
}
