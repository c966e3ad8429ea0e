import { useEffect, useRef, useState } from 'react';
import { judgedRows, questionsOf } from '#core/sheets/apply';
import { countryOfZone } from '#core/kernel/country-of-zone';
import type { Making } from '#core/sheets/places';
import { readerOf, type SheetReader } from '#core/sheets/propose';
import { summaryOf, type SheetSummary } from '#core/sheets/summary';
import { sheetWords } from '#core/sheets/words';
import type { RowProposal, Sheet, SheetContext, SheetField, SheetKind } from '#core/sheets/sheet';
import { useReading } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { runInSlices } from '../../state/time-slices';
import type { AccountReading } from '../../data/session';
import { showRows } from './show-rows';
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

/** What was worked out for a sheet, to go on from when something in it is mended. */
interface Judgement {
  readonly reading: AccountReading;
  readonly makesGroups: boolean;
  readonly reader: SheetReader;
  readonly trial: ReturnType<AccountReading['beginPreviewOfEach']>;
}

function* judge(
  sheet: Sheet,
  kind: SheetKind,
  { reader, trial }: Judgement,
  tell: (work: NonNullable<Proposals['work']>, share: number) => void,
  finish: (judged: Omit<Proposals, 'work'>) => void,
): Generator<undefined, void> {
  const read: RowProposal[] = [];
  for (let proposal = reader.next(); proposal !== null; proposal = reader.next()) {
    read.push(proposal);
    tell('reading', read.length / sheet.rows.length);
    yield;
  }
  const asked = questionsOf(read, reader.makings);
  const judging = trial.refusalsOf(asked.calls);
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
    tell('checking', step.value.done / step.value.of);
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
  const judged = useRef<Judgement | null>(null);
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
    const before = judged.current;
    const goesOn = before?.reading === reading && before.makesGroups === makesGroups;
    const judgement: Judgement = {
      reading,
      makesGroups,
      reader: goesOn ? before.reader.again(sheet) : readerOf(sheet, kind, context),
      trial: goesOn ? before.trial : reading.beginPreviewOfEach(),
    };
    judged.current = judgement;
    let told: Proposals['work'] = null;
    const steps = judge(
      sheet,
      kind,
      judgement,
      (work, done) => {
        share.tell(done);
        if (work === told) return;
        told = work;
        setProposals((former) => ({ ...former, work }));
      },
      (found) => showRows(found.rows.length, () => setProposals({ ...found, work: null })),
    );
    return runInSlices(steps, { when: 'soon', atOnce: true });
  }, [sheet, session, reading, makesGroups, share]);
  return { ...proposals, share };
}
