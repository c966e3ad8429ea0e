import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useText } from '../../text/text';
import { SearchLines } from '../../ui/SearchList';
import { useSearch } from '../../parts/search';
import { SearchEverywhere } from './SearchEverywhere';
import { useFound } from './use-found';
import './palette.css';

/** Lines of a kind that are shown at most; typing on narrows them down, and all of them are one step away. */
const mostOfKind = 6;

export type PaletteMode = 'palette' | 'everywhere';

interface CommandsAndSearchProps {
  readonly close: () => void;
  readonly onShowAll: (typed: string) => void;
}

function CommandsAndSearch({ close, onShowAll }: CommandsAndSearchProps): ReactNode {
  const { text } = useText();
  const [typed, setTyped] = useState('');
  const { result, finish } = useSearch(typed);
  const { linesOf, show, run } = useFound(close);
  const lines = useMemo(() => linesOf(result, mostOfKind), [linesOf, result]);
  return (
    <SearchLines
      label={text('palette.placeholder')}
      listLabel={text('palette.results')}
      typed={typed}
      onType={setTyped}
      items={lines}
      show={(line) => show(line, result.needle)}
      onChoose={(id) => {
        const line = [...lines, ...linesOf(finish(), mostOfKind)].find((candidate) => candidate.id === id);
        if (line?.kind === 'all') onShowAll(typed);
        else if (line !== undefined) run(line);
      }}
      onHurry={() => (result.typed === typed ? null : (linesOf(finish(), mostOfKind)[0]?.id ?? null))}
    />
  );
}

export interface PaletteProps {
  readonly isOpen: boolean;
  /** `everywhere`: not what can be done, but everything that is found, to the last hit. */
  readonly mode: PaletteMode;
  readonly onClose: () => void;
}

/** Search and commands in one: type what you want to find or do. */
export function Palette({ isOpen, mode, onClose }: PaletteProps): ReactNode {
  const { text } = useText();
  // What was typed when all of it was asked for.
  const [goesOn, setGoesOn] = useState<string | null>(null);
  const isEverywhere = mode === 'everywhere' || goesOn !== null;
  const close = useCallback(() => {
    setGoesOn(null);
    onClose();
  }, [onClose]);
  return (
    <ModalOverlay
      className="dialog-scrim palette-scrim"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={isEverywhere ? 'dialog-box palette-box palette-box-everywhere' : 'dialog-box palette-box'}>
        <Dialog
          data-help="find-your-way"
          className="dialog"
          aria-label={text(isEverywhere ? 'search.title' : 'palette.title')}
        >
          {isEverywhere ? (
            <SearchEverywhere initial={goesOn ?? ''} close={close} />
          ) : (
            <CommandsAndSearch close={close} onShowAll={setGoesOn} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
