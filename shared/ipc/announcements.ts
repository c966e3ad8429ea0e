/** What main tells the window without being asked. Each is a hint: the data always comes by a channel. */
export interface Announcements {
  /** The store of a ledger may have something new, or can be reached again. */
  readonly 'ledger.hint': { readonly ledger: string };
  /** The person asked for a group outside of the window, such as by a notification. */
  readonly 'window.showGroup': { readonly ledger: string; readonly groupId: string };
}

export type AnnouncementName = keyof Announcements;
