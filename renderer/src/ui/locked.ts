/** Marks the page while an account is locked: nothing but the cover is drawn, and no key reaches what lies below it. */
export function markLocked(isLocked: boolean): void {
  if (isLocked) document.documentElement.dataset['locked'] = '';
  else delete document.documentElement.dataset['locked'];
}

export function isPageLocked(): boolean {
  return document.documentElement.dataset['locked'] !== undefined;
}
