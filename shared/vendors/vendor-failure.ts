/** The day on which what is known of the vendors' systems was written down: nothing of it could be tried against a live one since. */
export const knownOn = '2026-11-28';

/** Reason why no whole answer came. `lost`: it was under way when the connection ended, or took too long. */
export type NoAnswerReason = 'notReached' | 'lost' | 'tooLarge' | 'redirected' | 'certificate';

/**
 * Failure of a call to a vendor's system. `said` is the vendor's own text, shortened; it is shown and never logged.
 * `isOpen` of `noAnswer` is true where what was asked for may have been done all the same.
 */
export type VendorFailure =
  | { readonly kind: 'notAnAddress' }
  | { readonly kind: 'notOnSite' }
  | { readonly kind: 'notConnected' }
  | { readonly kind: 'noAnswer'; readonly reason: NoAnswerReason; readonly isOpen: boolean }
  | { readonly kind: 'wrongKey'; readonly said: string }
  | { readonly kind: 'rightMissing'; readonly right: VendorRight; readonly said: string }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'refused'; readonly status: number; readonly said: string }
  | { readonly kind: 'unreadable'; readonly place: string }
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'notAPanel' }
  | { readonly kind: 'managed' }
  /** Something was sent since it was read: it is read again before anything else is sent. */
  | { readonly kind: 'readFirst' }
  | { readonly kind: 'stopped' };

/** Rights of a key, as the vendor's page for keys names them. */
export type VendorRight = 'usersRead' | 'usersWrite' | 'numbersRead' | 'ivrsRead' | 'none';

/** Fate of one thing that was to be sent. `unknown`: it was sent and no answer came, so it may have been done. */
export type SentState = 'done' | 'failed' | 'unknown' | 'notSent';

/** An act, as both the window and the program without one do it. */
export interface VendorAct {
  readonly do: string;
  readonly args: { readonly [name: string]: unknown };
}

/** Progress of long work with a vendor's system is. */
export interface VendorProgress {
  readonly done: number;
  /** `null` while nobody knows. */
  readonly of: number | null;
}
