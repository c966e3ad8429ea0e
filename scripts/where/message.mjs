import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../prepare/places.mjs';

/** A message of the window: `'key': 'Sentence'`, on one line or with the sentence on the next. */
const message = /^ {2}'?([\w.]+)'?:\s*\n?\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/gm;
const ruleRow =
  /^\| (?<id>[A-Z]\d+) \| (?<says>[^|]*) \| (?<decided>[^|]*) \| (?<proven>[^|]*) \| (?<codes>[^|]*)\|$/gm;

/**
 * Lines about what was asked for: a rule by its id (`D3`), a message by its name (`POOL_EXCEEDED`, `people.empty`), or a message by
 * words of it as the window showed them, names and numbers included. Nothing where nothing is like it.
 */
export function aboutMessage(asked) {
  const rules = readRules();
  const rule = rules.find(({ id }) => id === asked.trim());
  if (rule !== undefined) return aboutRule(rule);
  const messages = readMessages();
  return messagesLike(asked.trim(), messages)
    .slice(0, 5)
    .flatMap((found) => aboutOne(found, rules));
}

function aboutOne({ key, sentence, file, line }, rules) {
  const code = /^(?:refusal|warning)\.(\w+)/.exec(key)?.[1];
  const rule = rules.find(({ codes }) => codes.includes(code));
  const places = code === undefined ? placesSaying(key) : placesWith(new RegExp(`(?<!\\.)'${code}'`), ['shared']);
  return [
    `${key}  ${file}:${line}`,
    `  ${sentence}`,
    ...(rule === undefined ? [] : aboutRule(rule).map((text) => `  ${text}`)),
    ...(places.length === 0 ? [] : [`  ${code === undefined ? 'said in' : 'found in'} ${places.join(' · ')}`]),
    '',
  ];
}

function aboutRule({ id, says, decided, proven }) {
  return [
    `rule ${id}: ${says} (docs/domain.md, docs/rules.md)`,
    `decided in ${decided.map(({ file, names }) => withLines(file, names)).join(' · ')}`,
    `proven by ${proven.map(({ file }) => `test/${file}`).join(' · ')}`,
  ];
}

/** A file with the lines on which these functions begin. */
function withLines(file, names) {
  const lines = readFileSync(inRepository('shared', file), 'utf8').split('\n');
  const places = names.map((name) => {
    const at = lines.findIndex((line) => new RegExp(`(function\\*?|const|class) ${name}\\b`).test(line));
    return `${name}${at < 0 ? '' : `:${at + 1}`}`;
  });
  return `shared/${file} (${places.join(', ')})`;
}

function readRules() {
  return [...readFileSync(inRepository('docs', 'rules.md'), 'utf8').matchAll(ruleRow)].map(({ groups }) => ({
    id: groups.id,
    says: groups.says,
    decided: filesIn(groups.decided),
    proven: filesIn(groups.proven),
    codes: groups.codes.trim().split(' '),
  }));
}

/** Files of a cell, each with the names that follow it. */
function filesIn(cell) {
  const files = [];
  for (const [, word] of cell.matchAll(/`([^`]+)`/g))
    if (word.includes('/')) files.push({ file: word, names: [] });
    else files.at(-1)?.names.push(word);
  return files;
}

/** The folders of the languages, each with its refusals; what else is there says nothing. */
function catalogues() {
  const text = path.join('renderer', 'src', 'text');
  return readdirSync(inRepository(text))
    .map((name) => path.join(text, name))
    .filter((folder) => existsSync(inRepository(folder, 'refusals.ts')));
}

function readMessages() {
  return catalogues().flatMap((catalogue) =>
    filesBelow(catalogue).flatMap((file) => {
      const text = readFileSync(inRepository(file), 'utf8');
      return [...text.matchAll(message)].map(({ 0: all, 1: key, 2: single, 3: double, 4: template, index }) => ({
        key,
        sentence: (single ?? double ?? template).replaceAll("\\'", "'"),
        file,
        line: text.slice(0, index + all.indexOf(key)).split('\n').length,
      }));
    }),
  );
}

/**
 * Messages that are called so, or else those that share the rarest words with what was asked, best first. The glossary explains those
 * words, and would be found in place of what says them.
 */
function messagesLike(asked, all) {
  const called = all.filter(
    ({ key }) => key === asked || new RegExp(`^(refusal|warning)\\.${escaped(asked)}$`).test(key),
  );
  if (called.length > 0) return called;
  const messages = all.filter(({ key }) => !key.startsWith('word.'));
  const wordsOf = messages.map(({ sentence }) => new Set(wordsIn(withoutValues(sentence))));
  const commonness = new Map();
  for (const words of wordsOf) for (const word of words) commonness.set(word, (commonness.get(word) ?? 0) + 1);
  const weight = (word) => Math.log(messages.length / (commonness.get(word) ?? messages.length));
  const sum = (words) => words.reduce((total, word) => total + weight(word), 0);
  const wanted = [...new Set(wordsIn(asked))].filter((word) => commonness.has(word));
  const scored = messages.map((one, index) => {
    const words = wordsOf[index];
    const shared = sum(wanted.filter((word) => words.has(word)));
    return { one, shared, score: shared - sum([...words].filter((word) => !wanted.includes(word))) / 5 };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score, shared }) => score > 0 && score >= best * 0.7 && shared >= sum(wanted) / 4)
    .sort((a, b) => tellsOfRule(b.one) - tellsOfRule(a.one) || b.score - a.score)
    .map(({ one }) => one);
}

/** Refusals and warnings come first: names of types and things, which they are filled in with, are messages too. */
function tellsOfRule({ key }) {
  return Number(/^(refusal|warning)\./.test(key));
}

/** A message without what is filled in: the branches of a choice stay, the names of values and of choices go. */
function withoutValues(sentence) {
  return sentence
    .replaceAll(/\{\w+, (?:plural|select|selectordinal),/g, ' ')
    .replaceAll(/(?:=\d+|\w+) \{/g, ' {')
    .replaceAll(/\{\w+(?:, \w+)?\}/g, ' # ')
    .replaceAll(/[{}]/g, ' # ');
}

/** Words of a text, and pairs of those that stand side by side with no value or sign between them: those tell texts apart. */
function wordsIn(text) {
  return text
    .toLowerCase()
    .split(/[^\p{L}’'\s-]+/u)
    .flatMap((run) => {
      const words = run.match(/[\p{L}’']+/gu) ?? [];
      return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)];
    });
}

/** Places in the window, or in main, that say a message: by its whole name, or by a name that is put together. */
function placesSaying(key) {
  const whole = placesWith(new RegExp(`'${escaped(key)}'`), ['renderer', 'electron', 'shared']);
  if (whole.length > 0) return whole;
  const parts = key.split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const put = placesWith(new RegExp(`\`${escaped(parts.slice(0, length).join('.'))}\\.\\$\\{`), ['renderer']);
    if (put.length > 0) return put;
  }
  return [];
}

function placesWith(pattern, folders) {
  return folders
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => !file.startsWith(path.join('renderer', 'src', 'text', 'english')))
    .filter((file) => !file.startsWith(path.join('renderer', 'src', 'text', 'german')))
    .flatMap((file) =>
      readFileSync(inRepository(file), 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
    )
    .slice(0, 8);
}

function filesBelow(folder) {
  return readdirSync(inRepository(folder))
    .sort()
    .map((name) => path.join(folder, name))
    .flatMap((name) => (statSync(inRepository(name)).isDirectory() ? filesBelow(name) : [name]))
    .filter((name) => /\.tsx?$/.test(name));
}

function escaped(text) {
  return text.replaceAll(/[^\w]/g, String.raw`\$&`);
}
