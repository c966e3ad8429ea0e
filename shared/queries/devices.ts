import { compareText } from '../kernel/text';
import type { FieldValues } from '../model/rows';
import { defineQuery, ofGroups, peopleOfGroup } from './query';
import type { Question } from './question';
import { groupsAsked } from './users';

export interface DeviceAnswer {
  readonly id: string;
  readonly groupId: string;
  readonly serial: string;
  readonly model: string;
  readonly blockId: string;
  readonly fields?: FieldValues;
}

export const devicesQuery = defineQuery({
  name: 'devices',
  args: ofGroups,
  ...peopleOfGroup,
  answer: (question, { groupId, subgroups }) => devicesAnswer(question, groupId, subgroups === true),
});

function devicesAnswer(question: Question, groupId: string, subgroups: boolean): readonly DeviceAnswer[] {
  const { model } = question;
  return groupsAsked(question, groupId, subgroups)
    .flatMap((id) => [...model.devicesOf(id)])
    .flatMap((id) => model.row('devices', id) ?? [])
    .sort((one, other) => compareText(one.serial, other.serial));
}
