import { requestOf, type RingoverCall } from '#core/vendors/ringover';
import { pulls, type LineSide, type RingoverLine } from '#core/vendors/ringover-lines';
import type { TextWriter } from '../../text/text';
import type { Names } from '../../text/names';

/** One side of a line in one line of text: first who or what it is, last the e-mail, unless it is what differs. */
export function sideWords(
  side: LineSide | null,
  { text }: TextWriter,
  names: Names,
  differs: RingoverLine['differs'] = [],
): string {
  if (side === null) return '–';
  const email = side.email ?? '';
  const license = side.plan ?? (side.typeId == null ? '' : names.type(side.typeId));
  return [
    side.typeId != null && side.name === side.typeId ? names.type(side.typeId) : side.name,
    side.isArchived === true ? text('vendor.archivedHere') : '',
    differs.includes('email') ? email : '',
    side.quantity === undefined ? license : text('vendor.quantity', { count: side.quantity }),
    side.used === undefined ? '' : text('vendor.used', { count: side.used }),
    (side.numbers ?? []).filter((number) => number !== side.name).join(', '),
    side.members === undefined ? '' : text('vendor.members', { count: side.members.length }),
    differs.includes('email') ? '' : email,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function differences(line: RingoverLine, { text, list }: TextWriter): string {
  return list(line.differs.map((what) => text(`vendor.difference.${what}`)));
}

/** State of a line: how both sides stand to each other. */
export function stateWords(line: RingoverLine, writer: TextWriter): string {
  return line.state === 'differs'
    ? writer.text('vendor.state.differs', { what: differences(line, writer) })
    : writer.text(`vendor.state.${line.state}`);
}

/** Effect of a pull on a line. */
export function pullWords(line: RingoverLine, writer: TextWriter): string {
  const { text } = writer;
  if (!pulls(line)) return line.state === 'same' ? text('vendor.state.same') : text('vendor.pull.nothing');
  if (line.state === 'onlyThere') return text('vendor.pull.make');
  if (line.state === 'onlyHere') return text('vendor.pull.archive');
  return line.differs.length === 0
    ? text('vendor.pull.remember')
    : text('vendor.pull.change', { what: differences(line, writer) });
}

/** Effect of a push on a line: by Trellis, by hand, by the vendor. */
export function pushWords(line: RingoverLine, { text, list }: TextWriter): string {
  if (line.push.length === 0) return line.state === 'same' ? text('vendor.state.same') : text('vendor.push.nothing');
  const parts = line.push.map((part) =>
    part.by === 'trellis'
      ? text(`vendor.push.${part.call.call}`)
      : part.by === 'hand'
        ? text('vendor.push.byHand', { what: text(`vendor.hand.${part.what}`) })
        : text('vendor.push.byVendor', { what: text(`vendor.vendor.${part.what}`) }),
  );
  return list([...new Set(parts)]);
}

/** A call exactly as it goes out. */
export function requestWords(call: RingoverCall): string {
  const { method, path, body } = requestOf(call);
  return `${method} ${path}${body === null ? '' : ` ${JSON.stringify(body)}`}`;
}
