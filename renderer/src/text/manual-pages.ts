/** Pages of the manual by chapter, in the order of its contents. Each is a file in docs/manual, in every language. */
export const manualChapters = [
  { id: 'begin', pages: ['the-idea', 'begin', 'find-your-way', 'to-do', 'undo', 'settings'] },
  { id: 'building', pages: ['groups', 'generate', 'devices', 'hand-over'] },
  {
    id: 'licenses',
    pages: ['licenses', 'buy', 'allocate', 'between-accounts', 'renew', 'costs', 'look-ahead', 'portfolio'],
  },
  { id: 'people', pages: ['people', 'give-a-license', 'move-and-leave', 'numbers', 'voice-menus', 'spreadsheets'] },
  { id: 'together', pages: ['share', 'attention', 'protect', 'roles', 'project-files', 'backups', 'vendors'] },
  { id: 'account', pages: ['account', 'reminders', 'mail'] },
  { id: 'lookUp', pages: ['refused', 'keys', 'trouble', 'words', 'whats-new'] },
] as const;

export type ManualPage = (typeof manualChapters)[number]['pages'][number];
/** Place in the manual: a page, and a heading of it after a hash. */
export type ManualTarget = ManualPage | `${ManualPage}#${string}`;

export const manualPages: readonly ManualPage[] = manualChapters.flatMap(({ pages }): readonly ManualPage[] => pages);

export function isManualPage(name: string): name is ManualPage {
  return (manualPages as readonly string[]).includes(name);
}
