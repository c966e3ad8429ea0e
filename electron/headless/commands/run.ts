import { runScenarios } from '../run-scenarios';
import { takeOption, UsageError, type Command } from './command';

export const run: Command = {
  name: 'run',
  usage: ['run FILE.jsonl… [--remote STORE]          runs scenarios'],
  run: async (words, print) => {
    const remote = takeOption(words, '--remote');
    if (words.length === 0) throw new UsageError('no scenario file is named');
    const result = await runScenarios(words, remote, print);
    return result.unreadable > 0 ? 2 : result.failed > 0 ? 1 : 0;
  },
};
