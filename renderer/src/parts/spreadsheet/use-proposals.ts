import { useEffect, useRef, useState } from 'react';
import { judgedRows, questionsOf } from '#core/sheets/apply';
import { countryOfZone } from '#core/kernel/country-of-zone';
import type { Making } from '#core/sheets/places';
import { readerOf } from '#core/sheets/propose';
import { sheetWords } from '#core/sheets/words';
import type { RowProposal, Sheet, SheetContext, SheetField, SheetKind } from '#core/sheets/sheet';
import { useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { runInSlices } from '../../state/time-slices';
import type { AccountReading } from '../../data/session';

/** Table into which a sheet is pasted. */
export interface SheetTarget {
  readonly kind: SheetKind;
  readonly groupId: string;
  /** The columns that the table shows, for a sheet that does not name its own. */
  readonly columns: () => readonly string[];
  /** How the table writes a field of a thing; empty where it does not show it. */
  readonly written: (thing: string, field: SheetField) => string;
}

export interface Proposals {
  readonly rows: readonly RowProposal[];
  /** The groups that rows need and that are not there. */
  readonly makings: readonly Making[];
  /** What is going on while a long sheet is read, and how far it is. */
  readonly work: { readonly kind: 'reading' | 'checking'; readonly share: number } | null;
}

const nothingYet: Proposals = { rows: [], makings: [], work: { kind: 'reading', share: 0 } };
/** How often progress is shown, in rows. */
const rowsAStep = 250;

function* judge(
  sheet: Sheet,
  kind: SheetKind,
  context: SheetContext,
  { previewEachInSlices }: AccountReading,
  tell: (work: Proposals['work']) => void,
  finish: (rows: readonly RowProposal[], makings: readonly Making[]) => void,
): Generator<undefined, void> {
  const reader = readerOf(sheet, kind, context);
  const read: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) {
    read.push(proposal);
    if (read.length % rowsAStep === 0) tell({ kind: 'reading', share: read.length / sheet.rows.length });
    yield;
  }
  const asked = questionsOf(read, reader.makings);
  const judging = previewEachInSlices(asked.calls);
  let done = 0;
  for (;;) {
    const step = judging.next();
    if (step.done === true) {
      finish(judgedRows(read, asked, step.value, kind, sheet), asked.makings);
      return;
    }
    done += 1;
    if (done % rowsAStep === 0) tell({ kind: 'checking', share: done / asked.calls.length });
    yield;
  }
}

/** Works out what every row of a sheet would do, judged by the rules and again whenever the sheet or the account changes. The window stays awake meanwhile. */
export function useProposals(sheet: Sheet, target: SheetTarget, makesGroups: boolean): Proposals {
  const session = useSession();
  const reading = useReading();
  const [proposals, setProposals] = useState<Proposals>(nothingYet);
  const ids = useRef(new Map<number | string, string>());
  const current = useRef(target);
  useEffect(() => {
    current.current = target;
  });

  useEffect(() => {
    function newId(made: number | string): string {
      const id = ids.current.get(made) ?? session.newId();
      ids.current.set(made, id);
      return id;
    }
    const { kind, groupId } = current.current;
    const context: SheetContext = {
      rows: reading.rows,
      groupId,
      words: sheetWords(reading.rows.rows('roles'), reading.rows.ownTypes()),
      written: (thing, field) => current.current.written(thing, field),
      newId,
      country: reading.rows.account.country ?? countryOfZone(reading.rows.account.timeZone) ?? '',
      makesGroups,
    };
    const steps = judge(
      sheet,
      kind,
      context,
      reading,
      (work) => setProposals((former) => ({ ...former, work })),
      (rows, makings) => setProposals({ rows, makings, work: null }),
    );
    return runInSlices(steps, { when: 'soon', atOnce: true });
  }, [sheet, session, reading, makesGroups]);
  return proposals;
}
