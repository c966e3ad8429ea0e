import type { ReactNode } from 'react';
import type { BlockRow, Change } from '#core/model/rows';
import type { RequestAnswer } from '#core/queries/requests';
import { usePreview } from '../../state/model-hooks';
import type { Names } from '../../text/names';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import { ActDialog, PeopleEffect } from '../../parts/acting';
import { requestSentence } from './request-words';

type BlockChange = Extract<Change, { readonly table: 'blocks' }>;

function blockWords(block: BlockRow, { text }: TextWriter, names: Names): string {
  return text('name.block', { quantity: block.quantity, type: names.type(block.typeId) });
}

/** What approving does to purchases and licenses, a sentence each. */
function effectSentences(changes: readonly Change[], writer: TextWriter, names: Names): readonly string[] {
  const blocks = changes.filter((change): change is BlockChange => change.table === 'blocks');
  const seats = changes.filter(
    (change) =>
      change.table === 'seats' &&
      change.before?.userId != null &&
      change.after !== undefined &&
      change.before.typeId !== change.after.typeId,
  ).length;
  return [
    ...blocks.flatMap(({ before, after }) => {
      if (after === undefined) return [];
      const to = blockWords(after, writer, names);
      return [
        before === undefined
          ? writer.text('request.effect.new', { to })
          : writer.text('request.effect.block', { from: blockWords(before, writer, names), to }),
      ];
    }),
    ...(seats > 0 ? [writer.text('request.effect.seats', { count: seats })] : []),
  ];
}

/** Marks a request as approved or rejected, its effect first. */
export function ResolveDialog({
  request,
  outcome,
  onClose,
}: {
  readonly request: RequestAnswer;
  readonly outcome: 'approved' | 'rejected';
  readonly onClose: () => void;
}): ReactNode {
  const writer = useText();
  const { text } = writer;
  const names = useNames();
  const call = { do: 'request.resolve', args: { requestId: request.id, outcome } } as const;
  const preview = usePreview(call);
  const sentences = preview?.ok === true ? effectSentences(preview.changes, writer, names) : [];
  return (
    <ActDialog
      help="account"
      title={text(`request.${outcome}Title`)}
      call={call}
      actName={text(`request.${outcome}Do`)}
      onClose={onClose}
    >
      <p>
        <strong>{requestSentence(request, writer, names)}</strong>
      </p>
      {request.note === '' ? null : <p className="quiet selectable">{request.note}</p>}
      {outcome === 'rejected' ? <p>{text('request.rejectedText')}</p> : null}
      {sentences.length === 0 ? null : (
        <ul className="effect-lines">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {outcome === 'approved' && preview?.ok === true ? <PeopleEffect call={call} /> : null}
    </ActDialog>
  );
}
