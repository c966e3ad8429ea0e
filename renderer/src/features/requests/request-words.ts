import type { RequestAnswer } from '#core/queries/requests';
import type { Names } from '../../text/names';
import type { TextWriter } from '../../text/text';
import type { Tone } from '../../ui/Badge';

export const requestTone: { readonly [S in RequestAnswer['status']]: Tone } = {
  open: 'info',
  approved: 'success',
  rejected: 'neutral',
};

/** Says what a request asks for. Once it is resolved, its purchase is no longer what it was, so only the type is named. */
export function requestSentence(
  request: Pick<RequestAnswer, 'kind' | 'blockId' | 'typeId' | 'quantity' | 'status'>,
  { text }: TextWriter,
  names: Names,
): string {
  const values = { quantity: request.quantity, type: names.type(request.typeId), thing: names.thing(request.blockId) };
  if (request.kind === 'add') return text('request.sentence.add', values);
  return text(
    request.status === 'open' ? `request.sentence.${request.kind}` : `request.resolved.${request.kind}`,
    values,
  );
}
