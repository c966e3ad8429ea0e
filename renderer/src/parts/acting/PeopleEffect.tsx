import type { ReactNode } from 'react';
import type { WhatIfPerson } from '#core/queries/what-if';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, useRows } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import type { Names } from '../../text/names';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import './acting.css';

const mostShown = 5;
const mostNamed = 2;
/** Working out everybody twice takes too long for a dialog beyond this. */
const mostPeople = 20_000;

/** What becomes of one person, such as "Ringover Smart instead of Ringover Business; without Analytics". */
function whatBecomes(person: WhatIfPerson, { text, list }: TextWriter, names: Names): string {
  const parts = [
    ...(person.removed ? [text('whatIf.removed')] : []),
    ...(person.before.typeId !== person.after.typeId
      ? [
          text('whatIf.type', {
            from: person.before.typeId === null ? text('whatIf.nothing') : names.type(person.before.typeId),
            to: person.after.typeId === null ? text('whatIf.nothing') : names.type(person.after.typeId),
          }),
        ]
      : []),
    ...(person.before.status !== person.after.status
      ? [text('whatIf.status', { status: text(`userStatus.${person.after.status}`) })]
      : []),
    ...(person.lost.length > 0
      ? [text('whatIf.lost', { features: list(person.lost.map((feature) => names.feature(feature))) })]
      : []),
    ...(person.gained.length > 0
      ? [text('whatIf.gained', { features: list(person.gained.map((feature) => names.feature(feature))) })]
      : []),
  ];
  return parts.join('; ');
}

/** Sentences, those of most people first: who is in the same case stands in one of them. */
export function sentencesFor(people: readonly WhatIfPerson[], writer: TextWriter, names: Names): readonly string[] {
  const cases = new Map<string, string[]>();
  for (const person of people) {
    const what = whatBecomes(person, writer, names);
    const same = cases.get(what);
    if (same === undefined) cases.set(what, [person.name]);
    else same.push(person.name);
  }
  return [...cases]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([what, all]) => {
      // Naming one more takes no more room than counting one.
      const named =
        all.length <= mostNamed + 1
          ? all
          : [...all.slice(0, mostNamed), writer.text('whatIf.others', { count: all.length - mostNamed })];
      return writer.text('whatIf.person', { name: writer.list(named), what });
    });
}

function PeopleLines({ call }: { readonly call: ActCall }): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const { today } = useDay();
  const answer = useAnswer('whatIf', { do: call.do === 'batch' ? call.args.do : [call] }, today);
  if (isRefused(answer) || !answer.outcome.ok) return null;
  const { people } = answer;
  const sentences = sentencesFor(people, writer, names);
  if (people.length === 0) return <p className="quiet">{text('whatIf.nobody')}</p>;
  return (
    <div className="people-effect">
      <p>{text('whatIf.people', { count: people.length })}</p>
      <ul className="effect-lines">
        {sentences.slice(0, mostShown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {sentences.length > mostShown ? (
        <p className="quiet">{text('whatIf.more', { count: sentences.length - mostShown })}</p>
      ) : null}
    </div>
  );
}

/** Shows who would have more or less than now if an act were done. */
export function PeopleEffect({ call }: { readonly call: ActCall }): ReactNode {
  const rows = useRows();
  return rows.count(rows.root.id).users > mostPeople ? null : <PeopleLines call={call} />;
}
