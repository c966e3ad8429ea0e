import { PanelClient, panelBase } from './panel-client';
import type { Asked } from './ringover-client';

/** Does something with a panel, and gives its token back. */
export async function withPanel<Value>(
  address: string,
  user: string,
  password: string,
  run: (client: PanelClient) => Promise<Asked<Value>>,
): Promise<Asked<Value>> {
  const base = panelBase(address);
  if (!base.ok) return base;
  const client = new PanelClient(base.value, { user, password });
  try {
    const answer = await run(client);
    await client.leave();
    return answer;
  } finally {
    client.close();
  }
}
