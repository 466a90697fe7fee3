import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** A program and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

export interface Finished {
  /** The exit code; 1 for a program that a signal ended, or that could not be started. */
  code: number;
  /** What it wrote, to either stream; empty when it wrote to this terminal. */
  output: string;
}

export interface RunOptions {
  /** Let it write to this process's terminal, and keep nothing. */
  aloud?: boolean;
  /** Variables on top of this process's own. */
  env?: Record<string, string>;
  /** The folder it runs in, if not this process's own. */
  cwd?: string;
}

/** Run a program to its end. It never throws: a program that is not there fails like any other. */
export function run([program, ...args]: Command, options: RunOptions = {}): Promise<Finished> {
  const { aloud = false, env = {}, cwd } = options;
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    cwd,
    stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // On Windows the tools in node_modules are batch files, which only a shell starts.
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The command that runs a script of package.json: by the npm that started this, else by the PATH's. */
export function npmScript(name: string, ...args: string[]): Command {
  const npm = process.env.npm_execpath ?? '';
  const rest = ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])];
  // Another package manager that started this names itself in that variable.
  return basename(npm) === 'npm-cli.js' ? [process.execPath, npm, ...rest] : ['npm', ...rest];
}

/** The end of a program's output, which is where it says what went wrong. */
export function tailOf(output: string, lines = 20): string {
  return output.trim().split('\n').slice(-lines).join('\n');
}

/** Milliseconds since a moment of `performance.now()`, as people say them. */
export function sayDuration(since: number): string {
  const seconds = (performance.now() - since) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
