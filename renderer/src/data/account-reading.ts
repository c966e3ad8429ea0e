import type { AccountReading, AccountSession, RowsInMemory } from './session';

/** Makes the readings of a session: the same object within a version, another one with the next. */
export function readingsOf(session: Omit<AccountSession, 'reading'>): () => AccountReading {
  let reading: AccountReading | null = null;
  return () => {
    const version = session.version();
    if (reading?.version !== version) {
      const { ask, preview, beginPreview, previewEach, beginPreviewOfEach, record, steps } = session;
      const rows = rowsAsValue(session.model);
      reading = {
        version,
        rows,
        ask: (query, args, day) => ask(query, args, day),
        preview: (call) => preview(call),
        beginPreview: (call) => beginPreview(call),
        previewEach: (calls) => previewEach(calls),
        beginPreviewOfEach: () => beginPreviewOfEach(),
        record: (commit) => record(commit),
        steps: () => steps(),
      };
    }
    return reading;
  };
}

/** The same rows behind another object: two of them are told apart by identity. */
function rowsAsValue(model: RowsInMemory): RowsInMemory {
  return {
    row: (table, id) => model.row(table, id),
    rows: (table) => model.rows(table),
    membersOf: (table, members) => model.membersOf(table, members),
    children: (groupId) => model.children(groupId),
    ancestry: (groupId) => model.ancestry(groupId),
    isWithin: (groupId, ancestorId) => model.isWithin(groupId, ancestorId),
    count: (groupId) => model.count(groupId),
    poolOf: (groupId) => model.poolOf(groupId),
    poolAbove: (groupId) => model.poolAbove(groupId),
    projectOf: (groupId) => model.projectOf(groupId),
    groupOfNumber: (numberId) => model.groupOfNumber(numberId),
    subtree: (groupId) => model.subtree(groupId),
    tableOf: (id) => model.tableOf(id),
    administratorsOf: (groupId) => model.administratorsOf(groupId),
    ownTypes: () => model.ownTypes(),
    seatOf: (userId) => model.seatOf(userId),
    usersOf: (groupId) => model.usersOf(groupId),
    blocksOf: (groupId) => model.blocksOf(groupId),
    numberWith: (kind, value) => model.numberWith(kind, value),
    deviceWith: (serial) => model.deviceWith(serial),
    latestAuthors: () => model.latestAuthors(),
    get account() {
      return model.account;
    },
    get root() {
      return model.root;
    },
  };
}
