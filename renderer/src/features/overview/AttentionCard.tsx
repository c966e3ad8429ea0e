import type { ReactNode } from 'react';
import { addDays } from '../../../../shared/kernel/day';
import type { ForecastEntry, GroupAnswer } from '../../../../shared/queries/answers';
import { isRefused, useAnswer } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import type { Names } from '../../text/names';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import { useCommands } from '../commands';
import { Card } from './Card';

const daysAhead = 30;
const mostShown = 6;

/** What changes on a day, as a sentence. */
export function forecastSentence(entry: ForecastEntry, { text }: TextWriter, names: Names): string {
  switch (entry.kind) {
    case 'blockStarts':
    case 'blockEnds':
      return text(`forecast.${entry.kind}`, { thing: names.thing(entry.blockId) });
    case 'seatFallsBack':
      return text('forecast.seatFallsBack', { user: names.user(entry.userId), type: names.type(entry.typeId), toType: names.type(entry.toTypeId) });
    case 'seatBlocked':
    case 'seatRestored':
      return text(`forecast.${entry.kind}`, { user: names.user(entry.userId), type: names.type(entry.typeId) });
    case 'resourceShort':
      return text('forecast.resourceShort', { pool: names.group(entry.poolId), resource: names.resource(entry.resource), short: entry.short });
  }
}

/** What ends, falls back or runs short within a month, and what already does. */
export function AttentionCard({ group }: { readonly group: GroupAnswer }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { day } = useDay();
  const commands = useCommands();
  const account = useAnswer('account', {});
  const forecast = useAnswer('forecast', { from: day, to: addDays(day, daysAhead), groupId: group.id });
  const entries = isRefused(forecast) ? [] : forecast;
  const isLimited = !isRefused(account) && account.limited;
  return (
    <Card title={text('overview.attention')}>
      {isLimited ? <Notice tone="warning" actions={<Button size="small" onPress={() => void commands.run('account.properties')}>{text('account.open')}</Button>}>{text('overview.limited')}</Notice> : null}
      {entries.length === 0 ? <p className="overview-nothing">{text('overview.calm')}</p> : null}
      <ol className="overview-forecast">
        {entries.slice(0, mostShown).map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.day}>{writer.day(entry.day)}</time>
            <span>{forecastSentence(entry, writer, names)}</span>
          </li>
        ))}
      </ol>
      {entries.length > mostShown ? <p className="quiet">{text('overview.more', { count: entries.length - mostShown })}</p> : null}
    </Card>
  );
}
