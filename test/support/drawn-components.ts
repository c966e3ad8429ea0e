import type { Page } from 'playwright-core';

/** What React drew in one commit: components by name, with how often each was drawn. */
export interface DrawnCommit {
  readonly count: number;
  readonly names: Readonly<Record<string, number>>;
}

/**
 * Counts the components that React draws, the way its own developer tools do: through the hook that every build of React calls after
 * a commit. The page is loaded anew, since React looks for the hook once, when it starts.
 */
export async function countDrawnComponents(page: Page): Promise<{
  /** Forgets what was drawn so far. */
  readonly begin: () => Promise<void>;
  /** Every commit since then, once nothing has been drawn for a while. */
  readonly end: () => Promise<readonly DrawnCommit[]>;
}> {
  await page.addInitScript(installCounter);
  await page.reload();
  return {
    begin: () => page.evaluate(() => void ((window as unknown as Counting).drawnCommits.length = 0)),
    end: async () => {
      let seen = -1;
      for (;;) {
        // An idle window has done what it had put off; what it then draws is waited for again.
        const commits = await page.evaluate(
          () =>
            new Promise<readonly DrawnCommit[]>((resolve) =>
              requestIdleCallback(() =>
                requestAnimationFrame(() =>
                  requestIdleCallback(() => resolve([...(window as unknown as Counting).drawnCommits])),
                ),
              ),
            ),
        );
        if (commits.length === seen) return commits;
        seen = commits.length;
      }
    },
  };
}

interface Counting {
  drawnCommits: DrawnCommit[];
}

/** Runs in the page before anything else. */
function installCounter(): void {
  interface Fiber {
    readonly tag: number;
    readonly flags: number;
    readonly type: unknown;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
    readonly alternate: Fiber | null;
  }
  const commits: DrawnCommit[] = [];
  const performedWork = 1;
  // Functions, classes, and what is forwarded or memoised; the others are hosts, fragments and contexts.
  const drawing = new Set([0, 1, 11, 14, 15]);
  const nameOf = (type: unknown): string => {
    if (typeof type === 'function') return (type as { displayName?: string }).displayName ?? type.name;
    const inner = type as { displayName?: string; type?: unknown; render?: unknown } | null;
    return inner?.displayName ?? (inner == null ? '?' : nameOf(inner.type ?? inner.render));
  };
  const walk = (fiber: Fiber, former: Fiber | null, drawn: Map<string, number>): void => {
    const isNew = former === null;
    if (drawing.has(fiber.tag) && (isNew || (fiber.flags & performedWork) !== 0)) {
      const name = nameOf(fiber.type);
      drawn.set(name, (drawn.get(name) ?? 0) + 1);
    }
    // Where nothing below was touched, both trees share their children.
    if (!isNew && fiber.child === former.child) return;
    for (let child = fiber.child; child !== null; child = child.sibling) {
      const was = isNew ? null : child.alternate;
      if (was !== child) walk(child, was, drawn);
    }
  };
  Object.assign(window, {
    drawnCommits: commits,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      isDisabled: false,
      supportsFiber: true,
      checkDCE: () => undefined,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
        const drawn = new Map<string, number>();
        walk(root.current, root.current.alternate, drawn);
        const count = [...drawn.values()].reduce((sum, times) => sum + times, 0);
        commits.push({ count, names: Object.fromEntries(drawn) });
      },
    },
  });
}
