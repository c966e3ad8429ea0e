import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a program and waits for it. With `quiet` its output is collected instead of shown, so that a
 * failure can quote the end of it; lines of standard error that match `hideErrors` are dropped.
 */
export function run(program, args, { cwd, env, quiet = false, hideErrors, timeoutMs, input = 'ignore' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input, quiet ? 'pipe' : 'inherit', quiet || hideErrors ? 'pipe' : 'inherit'],
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    if (hideErrors) showOtherLines(child.stderr, hideErrors);
    else child.stderr?.on('data', (chunk) => output.push(chunk));
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const settle = (code, problem) => {
      clearTimeout(timer);
      process.removeListener('SIGTERM', stop);
      process.removeListener('SIGINT', stop);
      const text = Buffer.concat(output).toString('utf8');
      resolve({ code, output: problem ? `${text}${problem}` : text });
    };
    child.on('error', (error) => settle(-1, error.message));
    child.on('close', (code) => settle(code ?? -1));
  });
}

function showOtherLines(stream, hidden) {
  createInterface({ input: stream }).on('line', (line) => {
    if (!hidden.test(line)) process.stderr.write(`${line}\n`);
  });
}

export function isOnPath(program) {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [program], { stdio: 'ignore' }).status === 0;
}

/** npm as it was started for this script, or the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args], options);
  if (process.platform === 'win32') return run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}

export function lastLines(text, count = 12) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
