/*
 * Everything between a fresh clone and the first line of TypeScript. It is plain JavaScript without
 * dependencies, for the oldest Node that may start it; what it starts is run by the pinned one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const BIN = join(MODULES, '.bin');
const IS_WINDOWS = process.platform === 'win32';

/** The dev dependency `node`, which brings the Node that everything is made with. */
const PINNED_NODE = join(MODULES, 'node', 'bin', IS_WINDOWS ? 'node.exe' : 'node');
const PINNED_MAJOR = 24;
/** The first Node that runs TypeScript without being asked to. */
const OLDEST_NODE = [22, 18];

/**
 * Install what is missing, then run a TypeScript file of this folder with the pinned Node, as if it
 * had been started in place of this process: same arguments, terminal, signals and exit code.
 *
 * @param {string} script the name of the file.
 */
export async function bootstrap(script) {
  try {
    if (!isInstalled()) await install();
    const node = await findNode();
    await become(node, [join(ROOT, 'scripts', script), ...process.argv.slice(2)]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** Whether `node_modules` holds what the lock file names: npm keeps a list of what it put there. */
function isInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const present = readPackages(join(MODULES, '.package-lock.json'));
  return Object.entries(wanted).every(([path, wants]) => {
    if (path === '') return true;
    const has = present[path];
    // What is for other systems is not installed.
    return has ? has.version === wants.version : wants.optional || wants.devOptional;
  });
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

async function install() {
  const began = Date.now();
  process.stdout.write('Installing what Waymark is made with (npm, about a minute) … ');
  // `npm ci` throws the folder away first, which on Windows fails for the Node that runs this.
  const gentle = ['install', '--no-save', '--include=dev'];
  const attempts = existsSync(MODULES) ? [gentle] : [['ci', '--include=dev'], gentle];
  let output = '';
  for (const attempt of attempts) {
    // `npm ci` refuses a lock file that lacks optional packages of other systems; `npm install`
    // takes it for what it is.
    const result = await runNpm(attempt);
    if (result.code === 0) {
      console.log(`done in ${Math.round((Date.now() - began) / 1000)} s.`);
      return;
    }
    output = result.output;
  }
  console.log('failed.');
  console.error(output.trim().split('\n').slice(-25).join('\n'));
  throw new Error(
    'npm could not install the dependencies: see its words above, and try “npm ci” by itself.',
  );
}

/** The Node to go on with: the pinned one, or the running one when it will do. */
async function findNode() {
  if (isPinned()) return PINNED_NODE;
  // npm may have left out the install script that fetches it.
  await runNpm(['rebuild', 'node']);
  if (isPinned()) return PINNED_NODE;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (isNewEnough) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old, and npm did not fetch the Node ${PINNED_MAJOR} that ` +
      'Waymark brings: allow its install script with “npm rebuild node --ignore-scripts=false ' +
      `--allow-scripts=node”, or start this with Node ${OLDEST_NODE.join('.')} or later.`,
  );
}

function isPinned() {
  if (!existsSync(PINNED_NODE)) return false;
  const { stdout } = spawnSync(PINNED_NODE, ['--version'], { encoding: 'utf8' });
  return (stdout || '').startsWith(`v${PINNED_MAJOR}.`);
}

/** Run npm quietly, with a Node from outside `node_modules`, where npm may replace the pinned one. */
function runNpm(args) {
  const path = (process.env.PATH || '').split(delimiter).filter((folder) => folder !== BIN);
  const env = { ...process.env, PATH: path.join(delimiter) };
  const npm = process.env.npm_execpath;
  const node = process.execPath.startsWith(MODULES + sep) ? 'node' : process.execPath;
  // Another package manager that started this names itself in that variable.
  const isNpm = npm !== undefined && basename(npm) === 'npm-cli.js' && existsSync(npm);
  const child = isNpm
    ? spawn(node, [npm, ...args], { cwd: ROOT, env })
    : spawn('npm', args, { cwd: ROOT, env, shell: IS_WINDOWS });
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      reject(new Error(`npm could not be started (${error.message}): it comes with Node.`));
    });
    child.on('close', (code) => resolve({ code: code === null ? 1 : code, output }));
  });
}

/** Run a command in this process's place, the tools of `node_modules` first in its PATH. */
function become(command, args) {
  const path = [BIN, process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
  });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const passOn = (signal) => {
    // A terminal has sent Ctrl+C to both already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      if (signal) process.kill(process.pid, signal);
      else process.exitCode = code === null ? 1 : code;
      resolve();
    });
  });
}
