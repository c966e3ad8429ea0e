import { BellOff, CalendarPlus, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { addDays } from '#core/kernel/day';
import type { ReminderAnswer } from '#core/queries/reminders';
import { isRefused, useAnswer, useFromRows } from '../../state/model-hooks';
import { useChosenGroup, useDay } from '../../state/view-hooks';
import { Refusals } from '../../parts/explain';
import { ExportButton, ListActs, useSortedList, type ExportedTable } from '../../parts/tables';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { EmptyState } from '../../ui/EmptyState';
import { useMail } from '../../state/mail-hooks';
import { StaySwitch } from './StaySwitch';
import { useExport } from './use-export';
import { WriteReminder } from './WriteReminder';
import './reminders.css';

const daysAhead = 60;
/** Daily reminders of many blocks would fill thousands of lines that nobody reads. */
const mostShown = 200;

function Recipients({ reminder }: { readonly reminder: ReminderAnswer }): ReactNode {
  const writer = useText();
  if (reminder.missingRecipient)
    return (
      <Badge tone="warning" icon={TriangleAlert}>
        {writer.text('reminders.missing')}
      </Badge>
    );
  return writer.list(reminder.recipients);
}

function ReminderTable({
  reminders,
  onGo,
}: {
  readonly reminders: readonly ReminderAnswer[];
  readonly onGo: (groupId: string) => void;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  return (
    <table className="reminders-table">
      <thead>
        <tr>
          <th scope="col">{text('reminders.day')}</th>
          <th scope="col">{text('reminders.what')}</th>
          <th scope="col">{text('reminders.where')}</th>
          <th scope="col">{text('reminders.recipients')}</th>
          <th scope="col">{text('reminders.write')}</th>
        </tr>
      </thead>
      <tbody>
        {reminders.slice(0, mostShown).map((reminder) => (
          <tr key={`${reminder.day} ${reminder.blockId}`}>
            <td>
              <time dateTime={reminder.day}>{writer.day(reminder.day)}</time>
            </td>
            <td>
              {text('reminders.ends', { thing: names.thing(reminder.blockId), day: writer.day(reminder.endsOn) })}
            </td>
            <td>
              <Button tone="quiet" size="small" onPress={() => onGo(reminder.groupId)}>
                {names.group(reminder.groupId)}
              </Button>
            </td>
            <td>
              <Recipients reminder={reminder} />
            </td>
            <td className="reminders-ways">
              <WriteReminder day={reminder.day} blockId={reminder.blockId} about={names.thing(reminder.blockId)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ComingReminders({ onGo }: { readonly onGo: (groupId: string) => void }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const { today } = useDay();
  const { settings: mail } = useMail();
  const until = addDays(today, daysAhead);
  const reminders = useAnswer('reminders', { from: today, to: until }, today);
  const names = useNames();
  const rootId = useFromRows((rows) => rows.root.id);
  const { rows: sorted, button: sort } = useSortedList('reminders', isRefused(reminders) ? [] : reminders, [
    { id: 'day', name: text('reminders.day'), sortBy: ({ day }) => day },
    { id: 'what', name: text('reminders.what'), sortBy: ({ blockId }) => names.thing(blockId) },
    { id: 'where', name: text('reminders.where'), sortBy: ({ groupId }) => names.group(groupId) },
    {
      id: 'recipients',
      name: text('reminders.recipients'),
      sortBy: ({ recipients, missingRecipient }) => (missingRecipient ? null : writer.list(recipients)),
    },
  ]);
  if (isRefused(reminders)) return <Refusals refusals={reminders.refusals} />;
  const toExport = (): ExportedTable => ({
    columns: [text('reminders.day'), text('reminders.what'), text('reminders.where'), text('reminders.recipients')],
    rows: sorted.map(({ day, endsOn, blockId, groupId, recipients, missingRecipient }) => ({
      groupId,
      cells: [
        writer.day(day),
        text('reminders.ends', { thing: names.thing(blockId), day: writer.day(endsOn) }),
        names.group(groupId),
        missingRecipient ? text('reminders.missing') : writer.list(recipients),
      ],
    })),
  });
  if (reminders.length === 0)
    return (
      <EmptyState icon={BellOff} title={text('reminders.none')}>
        {text('reminders.noneText')}
      </EmptyState>
    );
  return (
    <>
      <div className="reminders-head">
        <p className="quiet">
          {text('reminders.intro', { until: writer.day(until) })}{' '}
          {text(mail?.sendsReminders === true ? 'reminders.byMail' : 'reminders.notByMail')}
        </p>
        <ListActs>
          {sort}
          <ExportButton label={text('reminders.title')} groupId={rootId} table={toExport} />
        </ListActs>
      </div>
      <ReminderTable reminders={sorted} onGo={onGo} />
      {reminders.length > mostShown ? (
        <p className="quiet">{text('reminders.more', { count: reminders.length - mostShown })}</p>
      ) : null}
    </>
  );
}

/** Shows what will be reminded of in the next time, whom nobody is known to remind of, and how this computer reminds. */
export function RemindersDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactNode {
  const { text } = useText();
  const { choose } = useChosenGroup();
  const exportCalendar = useExport();
  return (
    <Dialog
      help="reminders"
      title={text('reminders.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="large"
      summary={<StaySwitch />}
      actions={
        <Button icon={CalendarPlus} onPress={() => void exportCalendar()}>
          {text('reminders.export')}
        </Button>
      }
    >
      <ComingReminders
        onGo={(groupId) => {
          choose(groupId);
          onClose();
        }}
      />
    </Dialog>
  );
}
