import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FeatureRules } from '../../../../renderer/src/features/feature-rules';
import type { ActCall } from '../../../../renderer/src/data/session';
import { accessibilityProblems } from '../../../support/renderer/accessible';
import { aWindowOn, sunrise, type WindowWorld } from '../../../support/renderer/window-world';

async function show(
  groupId: string,
  acts: readonly ActCall[] = [],
): Promise<WindowWorld & { readonly container: HTMLElement }> {
  const world = await aWindowOn([...sunrise, ...acts]);
  const { container } = world.show(<FeatureRules groupId={groupId} />);
  await world.user.click(await screen.findByText(/taken away or given/));
  return { ...world, container };
}

function line(feature: string): HTMLElement {
  const found = screen.getByRole('radiogroup', { name: `Rule for ${feature}` }).closest('li');
  if (found === null) throw new Error(`no line for ${feature}`);
  return found;
}

function rule(feature: string, name: string): HTMLElement {
  return within(line(feature)).getByRole('radio', { name });
}

describe('the features of a group', () => {
  it('name the group that decides, or that the license does', async () => {
    await show('h1', [
      { do: 'group.update', args: { groupId: 'sunrise', set: { deny: ['ukey', 'forwarding'] } } },
      { do: 'group.update', args: { groupId: 'h1', set: { allow: ['forwarding', 'campaigns'] } } },
    ]);
    expect(line('Mobile app')).toHaveTextContent('On: comes with the license');
    expect(line('Mobile keys')).toHaveTextContent('Off: taken away in Sunrise');
    expect(line('Call forwarding')).toHaveTextContent('On: given here');
    expect(line('Campaigns')).toHaveTextContent('Given here, without effect: no license includes it');
    expect(line('Calls')).toHaveTextContent('As each person’s license says');
  });

  it('say who loses what before one is taken away, and go back to inheriting', async () => {
    const { user, session } = await show('sunrise');
    await user.click(rule('Mobile keys', 'Take away here'));
    expect(line('Mobile keys')).toHaveTextContent('Will be taken away here');
    expect(await screen.findByText('Ada Albrecht: without Mobile keys')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.deny).toEqual(['ukey']));
    expect(line('Mobile keys')).toHaveTextContent('Off: taken away here');
    await user.click(rule('Mobile keys', 'Inherit'));
    await user.click(await screen.findByRole('button', { name: 'Apply' }));
    await waitFor(() => expect(session.model.row('groups', 'sunrise')?.deny).toEqual([]));
  });

  it('tell people in the same case in one sentence', async () => {
    const { user } = await show(
      'sunrise',
      ['Ben', 'Cleo', 'Dora'].map((name): ActCall => ({ do: 'user.create', args: { groupId: 'a2', name } })),
    );
    await user.click(rule('Mobile keys', 'Take away here'));
    expect(await screen.findByText('4 people have something else then:')).toBeVisible();
    expect(screen.getByText('Ada Albrecht, Ben and 2 more: without Mobile keys')).toBeVisible();
  });

  it('are not overwritten when somebody else has changed them meanwhile', async () => {
    const { user, session } = await show('sunrise');
    await user.click(rule('Mobile keys', 'Take away here'));
    await session.act({ do: 'group.update', args: { groupId: 'sunrise', set: { deny: ['forwarding'] } } });
    expect(await screen.findByText(/“Features taken away” has changed meanwhile/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('are reached by keys and accessible', async () => {
    const { user, container } = await show('sunrise');
    rule('Mobile app', 'Inherit').focus();
    await user.keyboard('{ArrowRight} ');
    expect(line('Mobile app')).toHaveTextContent('Will be taken away here');
    expect(await accessibilityProblems(container)).toEqual([]);
  });
});
