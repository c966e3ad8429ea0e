import { useMemo } from 'react';
import { positionOfThing } from '../../state/position-of-thing';
import { useRows } from '../../state/model-hooks';
import { useGoTo } from '../../state/view-hooks';
import { useLanguage } from '../../text/language';
import { useText } from '../../text/text';
import { useNames } from '../../text/use-names';
import type { FoundItem, FoundKey } from '../../ui/SearchList';
import { commandEntries, commandFinder, keysOf, useCommands, wordsFor, type CommandId } from '../../parts/commands';
import { marksIn, rankedMatches, type FoundKind, type Needle, type SearchResult } from '../../parts/search';
import { foundItem } from './found-items';

/** A line of the palette: a command, something found, or the way to all that was found. */
export type PaletteLine = FoundKey &
  (
    | { readonly kind: 'command'; readonly command: CommandId }
    | { readonly kind: 'thing'; readonly table: FoundKind; readonly thing: string }
    | { readonly kind: 'all'; readonly count: number }
  );

export interface FoundLines {
  /** At most so many of each kind; the kinds with the best hits first. */
  readonly linesOf: (result: SearchResult, mostOfKind: number) => readonly PaletteLine[];
  readonly show: (line: PaletteLine, needle: Needle | null) => FoundItem | null;
  readonly run: (line: PaletteLine) => void;
}

/** How well commands fit that are found by what they are for: behind things whose name begins so, before mistyped names. */
const byMeaning = 2;
/** How well commands fit of which every word was mistyped: behind mistyped names, since there are more names than words for commands. */
const byGuess = 6;
const noNeedle: Needle = { terms: [], words: [], whole: '', value: null };

/** Lines out of what was found, with the commands, and what choosing one does. */
export function useFound(close: () => void): FoundLines {
  const rows = useRows();
  const registry = useCommands();
  const writer = useText();
  const names = useNames();
  const goTo = useGoTo();
  const language = useLanguage();
  const find = useMemo(
    () =>
      commandFinder(
        commandEntries.map(({ id, name }) => ({ id, name: writer.text(name), words: wordsFor[language][id] })),
      ),
    [writer, language],
  );
  return useMemo(() => {
    const { text } = writer;
    const nameOf = (id: CommandId): string => {
      const entry = commandEntries.find((candidate) => candidate.id === id);
      return entry === undefined ? id : text(entry.name);
    };
    const canRun = (id: CommandId): boolean => registry.isEnabled(id) && id !== 'look.palette';
    function commandLine(id: CommandId, section: string | undefined): PaletteLine {
      return { id: `command ${id}`, section, kind: 'command', command: id };
    }
    function commandLines(
      typed: string,
      needle: Needle | null,
    ): { readonly lines: readonly PaletteLine[]; readonly best: number } {
      const commands = commandEntries.filter(({ id }) => canRun(id)).map(({ id }) => ({ id, name: nameOf(id) }));
      if (needle === null) return { lines: commands.map(({ id }) => commandLine(id, undefined)), best: 0 };
      const named = rankedMatches(commands, needle);
      const { ids: found, isGuess } = find(typed);
      const meant = found.filter(canRun);
      const ids = new Set([...meant, ...named.map(({ item }) => item.id)]);
      const section = text('search.commands');
      return {
        lines: [...ids].map((id) => commandLine(id, section)),
        best: Math.min(
          named[0]?.score ?? Number.POSITIVE_INFINITY,
          meant.length === 0 ? Number.POSITIVE_INFINITY : isGuess ? byGuess : byMeaning,
        ),
      };
    }
    function things(kind: FoundKind, ids: readonly string[], total: number): readonly PaletteLine[] {
      const section = text('search.section', { kind: text(`search.kind.${kind}`), count: total });
      return ids.map((id) => ({ id, section, kind: 'thing', table: kind, thing: id }));
    }
    return {
      linesOf(result, mostOfKind) {
        const commands = commandLines(result.typed, result.needle);
        if (result.needle === null) return commands.lines;
        const sections = [
          { best: commands.best, lines: commands.lines.slice(0, mostOfKind) },
          ...result.kinds.map(({ kind, ids, best }) => ({
            best,
            lines: things(kind, ids.slice(0, mostOfKind), ids.length),
          })),
        ];
        const total = result.kinds.reduce((sum, { ids }) => sum + ids.length, 0);
        const isCut = result.kinds.some(({ ids }) => ids.length > mostOfKind);
        return [
          ...[...sections]
            .sort((one, other) => Math.floor(one.best) - Math.floor(other.best))
            .flatMap(({ lines }) => lines),
          ...(isCut ? [{ id: 'all found', kind: 'all' as const, count: total }] : []),
        ];
      },
      show(line, needle) {
        if (line.kind === 'all')
          return { id: line.id, name: text('search.showAll', { count: line.count }), keys: keysOf('look.search') };
        if (line.kind === 'thing')
          return foundItem(line.table, line.thing, { rows: rows, names, writer, needle: needle ?? noNeedle });
        const name = nameOf(line.command);
        const entry = commandEntries.find(({ id }) => id === line.command);
        return {
          id: line.id,
          name,
          marks: needle === null ? undefined : marksIn(name, needle),
          keys: keysOf(line.command),
          hint: entry === undefined ? undefined : text(`commandSection.${entry.section}`),
        };
      },
      run(line) {
        if (line.kind === 'all') return;
        close();
        if (line.kind === 'command') registry.run(line.command);
        else {
          const place = positionOfThing(rows, line.table, line.thing);
          if (place !== null) goTo(place);
        }
      },
    };
  }, [rows, registry, writer, names, goTo, close, find]);
}
