import { Wrench } from 'lucide-react';
import { useDeferredValue, type ReactNode } from 'react';
import type { Remedy } from '#core/queries/remedy';
import type { Refusal } from '#core/rules/refusals';
import type { ActCall } from '../../data/session';
import { isRefused, useAnswer, usePreview } from '../../state/model-hooks';
import { useDay } from '../../state/view-hooks';
import { useText, type TextWriter } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { Names } from '../../text/names';
import { Button } from '../../ui/Button';
import { isAboutAmount } from '../explain';
import { useActing } from './use-acting';
import './acting.css';

/** An act that takes away why another was refused, under the name that its button has. */
interface WayOn {
  readonly name: string;
  readonly call: ActCall;
}

/** Finds the act that takes a refusal away that is about the thing itself. */
function wayOnOf(refusal: Refusal, { text }: TextWriter, names: Names): WayOn | null {
  const group = refusal['groupId'] ?? refusal['group'];
  switch (refusal.code) {
    case 'PROTECTED':
      return typeof group !== 'string'
        ? null
        : {
            name: text('remedy.unprotect', { group: names.group(group) }),
            call: { do: 'group.update', args: { groupId: group, set: { protected: false } } },
          };
    case 'LOCKED':
      return typeof group !== 'string'
        ? null
        : {
            name: text('remedy.unlock', { group: names.group(group) }),
            call: { do: 'group.update', args: { groupId: group, set: { status: 'confirmed' } } },
          };
    case 'NOT_RESTRICTED':
      return typeof group !== 'string'
        ? null
        : {
            name: text('remedy.ownPool', { group: names.group(group) }),
            call: { do: 'restriction.set', args: { groupId: group, mode: 'own' } },
          };
    case 'NUMBER_IN_USE': {
      const numberId = refusal['numberId'];
      return typeof numberId !== 'string'
        ? null
        : {
            name: text('remedy.detach', { number: names.number(numberId) }),
            call: { do: 'number.detach', args: { numberId } },
          };
    }
    case 'USER_ARCHIVED': {
      const userId = refusal['userId'];
      return typeof userId !== 'string'
        ? null
        : {
            name: text('remedy.restore', { user: names.user(userId) }),
            call: { do: 'user.restore', args: { userId } },
          };
    }
    default:
      return null;
  }
}

/** Writes the one act that brings the units that are missing. */
function supplyOf(remedy: Remedy, { text, list }: TextWriter, names: Names): WayOn | null {
  if (remedy.kind === 'giveBackFirst' || remedy.typeId === undefined || !remedy.steps?.length) return null;
  const { typeId, steps } = remedy;
  const type = names.type(typeId);
  const calls = steps.map(({ from, to, units }) =>
    from === null
      ? ({ do: 'block.add', args: { groupId: to, typeId, quantity: units, source: 'purchase' } } as const)
      : ({ do: 'allocation.set', args: { groupId: to, typeId, quantity: units } } as const),
  );
  const [only, ...more] = calls;
  if (only === undefined) return null;
  const said = steps.map(({ from, to, units }, index) =>
    from === null
      ? text('remedy.buy', { units, type })
      : text(index === 0 ? 'remedy.give' : 'remedy.thenGive', { units, type, pool: names.group(to) }),
  );
  return { name: list(said), call: more.length === 0 ? only : { do: 'batch', args: { do: [...calls] } } };
}

/** A button for what would help; nothing where it would be refused as well, as for want of a right. */
function WayOnButton({ way }: { readonly way: WayOn }): ReactNode {
  const act = useActing();
  const preview = usePreview(way.call);
  if (preview?.ok !== true) return null;
  return (
    <span className="way-on">
      <Button size="small" icon={Wrench} onPress={() => void act(way.call, { say: true })}>
        {way.name}
      </Button>
    </span>
  );
}

/** More acts at once than these are tried only when somebody asks why: what would help tries them again, day after day. */
const mostActsTried = 50;

function isLarge(call: ActCall): boolean {
  return call.do === 'batch' && call.args.do.length > mostActsTried;
}

function AmountButton({ call }: { readonly call: ActCall }): ReactNode {
  const writer = useText();
  const names = useNames();
  const { today } = useDay();
  const asked = useDeferredValue(call);
  const explained = useAnswer('explain', { do: asked.do, args: asked.args }, today);
  if (isRefused(explained) || explained.remedy === null) return null;
  const way = supplyOf(explained.remedy, writer, names);
  return way === null ? null : <WayOnButton way={way} />;
}

/** Offers the way on out of a refusal as a button: what was asked for stays as it was typed, and passes then. */
export function RemedyButton({
  refusal,
  call,
  isFirst,
}: {
  readonly refusal: Refusal;
  readonly call: ActCall | null;
  /** An amount is explained for the act as a whole, and so once. */
  readonly isFirst: boolean;
}): ReactNode {
  const writer = useText();
  const names = useNames();
  const way = wayOnOf(refusal, writer, names);
  if (way !== null) return <WayOnButton way={way} />;
  return isFirst && call !== null && isAboutAmount(refusal) && !isLarge(call) ? <AmountButton call={call} /> : null;
}
