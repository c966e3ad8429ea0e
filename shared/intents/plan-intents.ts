import { z } from 'zod';
import { permit } from '../rules/permission';
import { id, name, note, reference } from './arguments';
import { defineIntent, mustBeNew, mustExist } from './definition';

/** Keeps a what-if: a name and the acts that it consists of, which are not done. The same id again replaces it. */
export const savePlan = defineIntent({
  name: 'plan.save',
  since: 2,
  args: z.strictObject({
    id: id.optional(),
    name,
    note: note.optional(),
    do: z
      .array(z.strictObject({ do: z.string().max(64), args: z.unknown() }))
      .min(1)
      .max(1_000),
  }),
  exists: (view, args) =>
    args.id !== undefined && view.row('plans', args.id) !== undefined ? [] : mustBeNew(view, args.id),
  permits: (view, _args, act) => permit(view, act.actor, 'groups', null),
  fits: () => [],
  make(act, args) {
    act.put('plans', {
      id: args.id ?? act.nextId(),
      name: args.name,
      note: args.note ?? '',
      do: args.do.map((call) => ({ do: call.do, args: call.args })),
      savedBy: act.context.by,
      savedOn: act.today,
    });
  },
});

export const removePlan = defineIntent({
  name: 'plan.remove',
  since: 2,
  args: z.strictObject({ planId: reference }),
  exists: (view, args) => mustExist(view, 'plan', args.planId),
  permits: (view, _args, act) => permit(view, act.actor, 'groups', null),
  fits: () => [],
  make(act, args) {
    act.remove('plans', args.planId);
  },
});
