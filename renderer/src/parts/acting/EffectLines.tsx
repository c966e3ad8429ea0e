import type { ReactNode } from 'react';
import { useNames } from '../../text/use-names';
import { useText, type TextWriter } from '../../text/text';
import type { Names } from '../../text/names';
import type { Effect } from './effect';
import './acting.css';

/** "41 apartments, 118 people": what goes; empty when nothing does. */
export function goneSentence(effect: Effect, { text, list }: TextWriter): string {
  return list([
    ...effect.groups.map(({ kind, count }) => text(`kindCount.${kind}`, { count })),
    ...(effect.people > 0 ? [text('effect.people', { count: effect.people })] : []),
    ...(effect.devices > 0 ? [text('effect.devices', { count: effect.devices })] : []),
    ...(effect.menus > 0 ? [text('effect.menus', { count: effect.menus })] : []),
  ]);
}

/** Says what becomes of licenses and numbers, a sentence each. */
export function licenseSentences(effect: Effect, { text }: TextWriter, names: Names): readonly string[] {
  return [
    ...effect.returned.map(({ poolId, typeId, quantity }) =>
      text('effect.returned', { quantity, type: names.type(typeId), pool: names.group(poolId) }),
    ),
    ...effect.seatsFreed.map(({ poolId, count }) => text('effect.seatsFreed', { count, pool: names.group(poolId) })),
    ...(effect.seatsDissolved > 0 ? [text('effect.seatsDissolved', { count: effect.seatsDissolved })] : []),
    ...(effect.numbersFreed > 0 ? [text('effect.numbersFreed', { count: effect.numbersFreed })] : []),
    ...(effect.allowancesDropped > 0 ? [text('effect.allowancesDropped', { count: effect.allowancesDropped })] : []),
  ];
}

/** The effect on licenses and numbers as a list. */
export function EffectLines({
  effect,
  saysNothing = false,
}: {
  readonly effect: Effect;
  readonly saysNothing?: boolean | undefined;
}): ReactNode {
  const writer = useText();
  const names = useNames();
  const sentences = licenseSentences(effect, writer, names);
  if (sentences.length === 0) return saysNothing ? <p className="quiet">{writer.text('effect.nothing')}</p> : null;
  return (
    <ul className="effect-lines">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
