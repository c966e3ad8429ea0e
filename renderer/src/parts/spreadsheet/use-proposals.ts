import { useEffect, useRef, useState } from 'react';
import { judgedRows, questionsOf } from '#core/sheets/apply';
import { countryOfZone } from '#core/kernel/country-of-zone';
import type { Making } from '#core/sheets/places';
import { readerOf } from '#core/sheets/propose';
import { summaryOf, type SheetSummary } from '#core/sheets/summary';
import { sheetWords } from '#core/sheets/words';
import type { RowProposal, Sheet, SheetContext, SheetField, SheetKind } from '#core/sheets/sheet';
import { useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { runInSlices } from '../../state/time-slices';
import type { AccountReading } from '../../data/session';
import { WorkShare } from './WorkShare';

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
  readonly summary: SheetSummary;
  /** What is going on while a long sheet is read. */
  readonly work: 'reading' | 'checking' | null;
}

const nothingYet: Proposals = {
  rows: [],
  makings: [],
  summary: summaryOf([]),
  work: 'reading',
};

function* judge(
  sheet: Sheet,
  kind: SheetKind,
  context: SheetContext,
  { previewEachInSlices }: AccountReading,
  tell: (work: NonNullable<Proposals['work']>, share: number) => void,
  finish: (judged: Omit<Proposals, 'work'>) => void,
): Generator<undefined, void> {
  const reader = readerOf(sheet, kind, context);
  const read: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) {
    read.push(proposal);
    tell('reading', read.length / sheet.rows.length);
    yield;
  }
  const asked = questionsOf(read, reader.makings);
  const judging = previewEachInSlices(asked.calls);
  let done = 0;
  for (;;) {
    const step = judging.next();
    if (step.done === true) {
      const rows = judgedRows(read, asked, step.value, kind, sheet);
      yield;
      const summary = summaryOf(rows);
      yield;
      finish({ rows, makings: asked.makings, summary });
      return;
    }
    done += 1;
    tell('checking', done / asked.calls.length);
    yield;
  }
}

/** Works out what every row of a sheet would do, judged by the rules and again whenever the sheet or the account changes. The window stays awake meanwhile. */
export function useProposals(
  sheet: Sheet,
  target: SheetTarget,
  makesGroups: boolean,
): Proposals & { readonly share: WorkShare } {
  const session = useSession();
  const reading = useReading();
  const [proposals, setProposals] = useState<Proposals>(nothingYet);
  const [share] = useState(() => new WorkShare());
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
    let told: Proposals['work'] = null;
    const steps = judge(
      sheet,
      kind,
      context,
      reading,
      (work, done) => {
        share.tell(done);
        if (work === told) return;
        told = work;
        setProposals((former) => ({ ...former, work }));
      },
      (judged) => setProposals({ ...judged, work: null }),
    );
    return runInSlices(steps, { when: 'soon', atOnce: true });
  }, [sheet, session, reading, makesGroups, share]);
  return { ...proposals, share };
}
