import { createContext, lazy, Suspense, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { isManualPage, type ManualTarget } from '../../text/manual-pages';
import { useText } from '../../text/text';
import { HelpContext } from '../../ui/help';
import { isPageLocked } from '../../ui/locked';
import { pageHere } from './page-here';

/** The manual as other parts of the window open it. */
export interface Manual {
  readonly open: (place: ManualTarget) => void;
  /** At the page about what is on screen. */
  readonly openHere: () => void;
}

const closed: Manual = { open: () => undefined, openHere: () => undefined };
const ManualContext = createContext<Manual>(closed);

export function useManual(): Manual {
  return useContext(ManualContext);
}

// Its pages and what draws them are read when somebody wants them: no start waits for them.
const ManualDialog = lazy(async () => ({ default: (await import('./ManualDialog')).ManualDialog }));

const firstPage: ManualTarget = 'the-idea';

function placeHere(): ManualTarget {
  const name = pageHere();
  return name !== null && isManualPage(name.split('#')[0] ?? '') ? (name as ManualTarget) : firstPage;
}

function Opening(): ReactNode {
  const { text } = useText();
  return (
    <p className="visually-hidden" role="status">
      {text('manual.opening')}
    </p>
  );
}

/** Keeps the manual over everything, with or without an open account. F1 opens it at the page of what is on screen. */
export function ManualProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [place, setPlace] = useState<ManualTarget | null>(null);
  const manual = useMemo<Manual>(
    () => ({ open: setPlace, openHere: () => setPlace((open) => open ?? placeHere()) }),
    [],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F1' || event.isComposing || isPageLocked()) return;
      event.preventDefault();
      event.stopPropagation();
      manual.openHere();
    };
    // Before anything else: no dialog and no field keeps this key for itself.
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [manual]);
  return (
    <ManualContext.Provider value={manual}>
      <HelpContext.Provider value={manual.open}>
        {children}
        {place === null ? null : (
          <Suspense fallback={<Opening />}>
            <ManualDialog place={place} onClose={() => setPlace(null)} />
          </Suspense>
        )}
      </HelpContext.Provider>
    </ManualContext.Provider>
  );
}
