/** Announcements by which main tells the window something without being asked. Each is a hint: the data always comes by a channel. */
export interface Announcements {
  /** The store of a ledger may have something new, or can be reached again. */
  readonly 'ledger.hint': { readonly ledger: string };
  /** The place of a ledger is of another way than before: it has to be opened again, by `ledger.open`. */
  readonly 'ledger.moved': { readonly ledger: string };
  /** The person asked for a group outside of the window, such as by a notification. */
  readonly 'window.showGroup': { readonly ledger: string; readonly groupId: string };
  /** Papers of a handover are being made: how many are done, of how many, and which one is next. */
  readonly 'handover.progress': {
    readonly id: string;
    readonly done: number;
    readonly of: number;
    readonly name: string;
  };
  /** The account is worked out as it was at a commit: commits that are replayed, of how many. */
  readonly 'history.progress': { readonly call: string; readonly done: number; readonly of: number };
  /** Somebody wants to close the window: it answers by `window.answerClosing`. */
  readonly 'window.closing': Record<string, never>;
  /** The person locked the screen of the system, or it goes to sleep: an account that locks does so now. */
  readonly 'window.lock': Record<string, never>;
  /** The person opened a project file outside of the window; the window asks for it. */
  readonly 'project.given': Record<string, never>;
  /** A command was chosen in the menu bar; the window knows what it means, and whether it can be done now. */
  readonly 'window.command': { readonly id: string };
  /** How far work with a vendor's system is; `of` is `null` while nobody knows. */
  readonly 'vendors.progress': { readonly job: string; readonly done: number; readonly of: number | null };
}

export type AnnouncementName = keyof Announcements;
