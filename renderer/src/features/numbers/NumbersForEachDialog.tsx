import { useMemo, useState, type ReactNode } from 'react';
import { numberKinds } from '#core/model/vocabulary';
import { ActDialog } from '../../parts/acting';
import { inTreeOrder } from '../../parts/groups';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useSession } from '../../state/session-context';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { Choice } from '../../ui/choice';
import { FormColumns } from '../../ui/FormColumns';
import { PhoneNumber } from '../../ui/PhoneNumber';
import { Notice } from '../../ui/Notice';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { freeFrom, giveEach, unusedInRange, type NumberTarget } from './numbers-for-each';
import './numbers.css';

/** Lines of a preview that somebody reads. */
const mostShown = 100;

export interface NumbersForEachProps {
  readonly targets: readonly NumberTarget[];
  readonly onClose: () => void;
}

/** Gives each of several people or groups the next free number, of a range or of those that are there; who gets which is seen before. */
export function NumbersForEachDialog({ targets: given, onClose }: NumbersForEachProps): ReactNode {
  const { text, compare } = useText();
  const names = useNames();
  const rows = useRows();
  const session = useSession();
  // However they were picked, the numbers run as the places are seen.
  const targets = useMemo(
    () =>
      inTreeOrder(
        given,
        (target) =>
          'groupId' in target
            ? { groupId: target.groupId, name: '' }
            : {
                groupId: rows.row('users', target.userId)?.groupId ?? rows.root.id,
                name: rows.row('users', target.userId)?.name ?? '',
              },
        rows,
        compare,
      ),
    [given, rows, compare],
  );
  const free = useAnswer('numbers', { free: true });
  const ranges = useAnswer('ranges', {});
  const choices = useMemo((): readonly Choice[] => {
    const kinds = numberKinds.flatMap((kind) => {
      const count = isRefused(free) ? 0 : free.filter((number) => number.kind === kind).length;
      return count === 0
        ? []
        : [{ id: `free ${kind}`, name: text('numbers.eachFree', { kind: text(`numberKind.${kind}`), count }) }];
    });
    const open = isRefused(ranges) ? [] : ranges.filter(({ next }) => next !== null);
    return [
      ...open.map(({ id, from, to, next }) => ({
        id: `range ${id}`,
        name: text('numbers.range', { from, to }),
        hint: text('numbers.rangeNext', { next }),
      })),
      ...kinds,
    ];
  }, [free, ranges, text]);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = chosen ?? choices[0]?.id ?? null;
  const [beginning, setBeginning] = useState('');
  const numbers = useMemo(() => {
    if (source === null) return [];
    const [kind, id = ''] = source.split(/ (.*)/);
    if (kind === 'range') {
      const range = isRefused(ranges) ? undefined : ranges.find((one) => one.id === id);
      const used = new Set([...rows.rows('numbers')].flatMap(({ kind: of, value }) => (of === 'sip' ? [value] : [])));
      return range === undefined
        ? []
        : unusedInRange(range, beginning.trim(), (value) => used.has(value), targets.length);
    }
    return isRefused(free)
      ? []
      : freeFrom(
          free.filter((number) => number.kind === id),
          beginning,
          targets.length,
        );
  }, [source, beginning, free, ranges, rows, targets.length]);
  const call = useMemo(() => giveEach(targets, numbers, () => session.newId()), [targets, numbers, session]);
  const nameOf = (target: NumberTarget): string =>
    'userId' in target ? names.user(target.userId) : names.group(target.groupId);

  return (
    <ActDialog
      help="numbers"
      title={text('numbers.eachTitle', {
        count: targets.length,
        name: targets[0] === undefined ? '' : nameOf(targets[0]),
      })}
      call={call}
      actName={text('numbers.eachDo')}
      onClose={onClose}
      hidesPreview={call === null}
    >
      {choices.length === 0 ? (
        <Notice tone="info" title={text('numbers.eachNone')}>
          {text('numbers.eachNoneText')}
        </Notice>
      ) : (
        <>
          <FormColumns of="pair">
            <Select label={text('numbers.eachFrom')} value={source} onChange={setChosen} choices={choices} />
            <TextField
              label={text('numbers.eachBeginning')}
              value={beginning}
              onChange={setBeginning}
              hint={text('numbers.eachBeginningHint')}
              autoFocus
            />
          </FormColumns>
          {numbers.length < targets.length ? (
            <Notice
              tone="warning"
              title={text('numbers.eachTooFew', { count: numbers.length, wanted: targets.length })}
            >
              {text('numbers.eachTooFewText')}
            </Notice>
          ) : null}
          {targets.length === 1 ? null : <p className="quiet">{text('numbers.eachOrder')}</p>}
          <table className="numbers-each">
            <thead>
              <tr>
                <th scope="col">{text('numbers.eachWho')}</th>
                <th scope="col">{text('numbers.value')}</th>
              </tr>
            </thead>
            <tbody>
              {targets.slice(0, mostShown).map((target, index) => (
                <tr key={'userId' in target ? target.userId : target.groupId}>
                  <td>{nameOf(target)}</td>
                  <td>
                    {numbers[index] === undefined ? (
                      <span className="quiet">{text('ui.empty')}</span>
                    ) : (
                      <PhoneNumber value={numbers[index].value} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {targets.length > mostShown ? (
            <p className="quiet">{text('numbers.eachMore', { count: targets.length - mostShown })}</p>
          ) : null}
        </>
      )}
    </ActDialog>
  );
}
