/** What main tells the window without being asked. Each is a hint: the data always comes by a channel. */
export interface Announcements {
  /** The store of a ledger may have something new, or can be reached again. */
  readonly 'ledger.hint': { readonly ledger: string };
}

export type AnnouncementName = keyof Announcements;
