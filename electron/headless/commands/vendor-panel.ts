import { randomUUID } from 'node:crypto';
import { addressText, buildingOf, panelAddresses } from '#core/vendors/panel-addresses';
import { comparePanel, itemsToWrite, panelActs, type PanelLine } from '#core/vendors/panel-compare';
import { defineFields } from '#core/vendors/remembered-ids';
import { writePanel } from '../../main/vendors/panel-write';
import { withPanel } from '../../main/vendors/with-panel';
import { SharedAccount } from '../shared-account';
import { secretFrom, stopAtInterrupt, takeEach, takeTarget, tellProgress } from '../vendor-options';
import { takeOption, takeSwitch, takeWords, UsageError } from './command';

function lineText({ id, name, state, here, there, problems }: PanelLine): string {
  const address = here === null ? (there?.address ?? null) : here.address;
  const why = problems.map(
    ({ part, problem, groupId, number }) =>
      `${part} ${problem}${number === undefined ? '' : ` ${String(number)}`}, code of ${groupId}`,
  );
  return `[${id}] ${state}: ${name}${address === null ? '' : ` at ${addressText(address)}`}${why.length === 0 ? '' : ` (${why.join('; ')})`}`;
}

/** Compares a building with a panel, or writes it into the panel; answers the exit code. */
export async function vendorPanel(
  verb: string | undefined,
  words: string[],
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'compare' && verb !== 'write') throw new UsageError('vendor panel is compare or write');
  const { store, user, group } = takeTarget(words);
  const panel = takeOption(words, '--panel');
  const login = takeOption(words, '--user') ?? 'admin';
  const leftOut = new Set(takeEach(words, '--leave'));
  const sends = takeSwitch(words, '--send');
  const asJson = takeSwitch(words, '--json');
  takeWords(words);
  if (panel === null) throw new UsageError('vendor panel needs --panel ADDRESS');
  const password = secretFrom('TRELLIS_PANEL_PASSWORD');
  const fail = (error: unknown): number => {
    print(asJson ? JSON.stringify({ error }) : JSON.stringify(error));
    return 2;
  };
  const opened = await SharedAccount.open(store, sends ? { profile: null } : null);
  if (!opened.ok) return fail(opened.failure);
  const account = opened.value;
  const { signal, forget } = stopAtInterrupt();
  try {
    const { model } = account.replica;
    const by = account.personNamed(user);
    if (by === null) return fail({ code: 'NOT_FOUND', place: `user ${user}` });
    if (model.row('groups', group) === undefined) return fail({ code: 'NOT_FOUND', place: `group ${group}` });
    const buildingId = buildingOf(model, group);
    if (buildingId === null) return fail({ code: 'NOT_A_BUILDING', place: `group ${group}` });
    const read = await withPanel(panel, login, password, (client) => client.read(signal, tellProgress));
    if (!read.ok) return fail(read.failure);
    const lines = comparePanel(panelAddresses(model, buildingId), read.value.apartments);
    const items = itemsToWrite(lines, leftOut);
    const { info, isManaged } = read.value;
    if (!asJson) {
      print(
        `${info.model} ${info.serial}, firmware ${info.firmware}${isManaged ? ', managed by a server: only read' : ''}`,
      );
      for (const line of lines) if (line.state !== 'same') print(lineText(line));
    }
    if (verb === 'compare' || !sends || items.length === 0 || isManaged) {
      if (asJson) print(JSON.stringify({ info, isManaged, lines }));
      else
        print(
          items.length === 0
            ? 'nothing to write'
            : `${String(items.length)} apartments to write${verb === 'write' ? ', with --send' : ''}`,
        );
      return verb === 'write' && sends && isManaged ? 1 : 0;
    }
    const remembers = account.tryEach(defineFields(model, 'panels'), by).every((refusals) => refusals.length === 0);
    const acts = panelActs(model, { groupId: buildingId, address: panel, info }, randomUUID, remembers);
    const kept = acts.length === 0 ? null : await account.act({ do: 'batch', args: { do: acts } }, by);
    const report = await withPanel(panel, login, password, (client) => writePanel(client, items, signal, tellProgress));
    if (!report.ok) return fail(report.failure);
    const notKept = kept === null || kept.ok ? null : kept.failure;
    if (asJson)
      print(JSON.stringify({ info, written: report.value.written, ...(notKept === null ? {} : { notKept }) }));
    else {
      for (const { item, state, said, failure } of report.value.written)
        print(
          `${state}: ${item.name} at ${addressText(item.address)}${said.length === 0 ? '' : ` (${said.join(', ')})`}${failure === undefined ? '' : ` ${JSON.stringify(failure)}`}`,
        );
      if (report.value.apartments === null) print('the panel could not be read back');
      if (notKept !== null) print(`the panel could not be kept as a device: ${JSON.stringify(notKept)}`);
    }
    return report.value.written.every(({ state }) => state === 'done') ? 0 : 1;
  } finally {
    forget();
    await account.close();
  }
}
