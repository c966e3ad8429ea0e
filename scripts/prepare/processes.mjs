import { spawn, spawnSync } from 'node:child_process';

/**
 * Starts a program and waits for it. With `quiet` its output is collected instead of shown, so that a
 * failure can quote the end of it.
 */
export function run(program, args, { cwd, env, quiet = false, timeoutMs, input = 'ignore' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input, quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const settle = (code, problem) => {
      clearTimeout(timer);
      const text = Buffer.concat(output).toString('utf8');
      resolve({ code, output: problem ? `${text}${problem}` : text });
    };
    child.on('error', (error) => settle(-1, error.message));
    child.on('close', (code) => settle(code ?? -1));
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
