import { useState, type ReactNode } from 'react';
import { addDays } from '#core/kernel/day';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useDay, useTab } from '../../state/view-hooks';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Notice } from '../../ui/Notice';
import { forecastSentence } from '../../parts/forecast';
import { RenewDialog, RenewEnd } from '../../parts/renewing';
import { useCommands } from '../../parts/commands';

const daysAhead = 30;
const mostShown = 6;

/** Shows what ends, falls back or runs short within a month, and what already does. */
export function AttentionCard({ groupId }: { readonly groupId: string }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { day } = useDay();
  const { openTab } = useTab();
  const [renewing, setRenewing] = useState<readonly string[] | null>(null);
  const commands = useCommands();
  const account = useAnswer('account', {});
  const forecast = useAnswer('forecast', { from: day, to: addDays(day, daysAhead), groupId });
  const entries = isRefused(forecast) ? [] : forecast;
  const isLimited = !isRefused(account) && account.limited;
  return (
    <Card
      title={text('overview.attention')}
      actions={
        <Button tone="quiet" size="small" onPress={() => openTab('forecast')}>
          {text('forecast.open')}
        </Button>
      }
    >
      {isLimited ? (
        <Notice
          tone="warning"
          actions={
            <Button size="small" onPress={() => void commands.run('account.properties')}>
              {text('account.open')}
            </Button>
          }
        >
          {text('overview.limited')}
        </Notice>
      ) : null}
      {entries.length === 0 ? <p className="quiet">{text('overview.calm')}</p> : null}
      <ol className="overview-forecast">
        {entries.slice(0, mostShown).map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.day}>{writer.day(entry.day)}</time>
            <span>{forecastSentence(entry, writer, names)}</span>
            {entry.kind === 'blockEnds' ? <RenewEnd blockId={entry.blockId} onRenew={setRenewing} /> : null}
          </li>
        ))}
      </ol>
      {entries.length > mostShown ? (
        <p className="quiet">{text('overview.more', { count: entries.length - mostShown })}</p>
      ) : null}
      {renewing === null ? null : <RenewDialog blockIds={renewing} onClose={() => setRenewing(null)} />}
    </Card>
  );
}
