import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const { env, platform } = process;

/**
 * The path of a Chromium that takes unpacked extensions from the command line: the one
 * `WAYMARK_CHROMIUM` names, Playwright's own, or the system's. Branded Chrome ignores
 * `--load-extension` since 137 and is not looked for.
 *
 * @throws Error when `WAYMARK_CHROMIUM` names no file.
 */
export function findChromium(): string | undefined {
  return (
    named('WAYMARK_CHROMIUM') ??
    firstThatExists([
      chromium.executablePath(),
      ...onPath(['chromium', 'chromium-browser']),
      ...usualPlaces({
        linux: ['/snap/bin/chromium'],
        darwin: ['Chromium.app/Contents/MacOS/Chromium'],
        win32: ['Chromium\\Application\\chrome.exe'],
      }),
    ])
  );
}

/**
 * The path of a Firefox: the one `WAYMARK_FIREFOX` names, or the system's. Playwright's is of no
 * use here: its patched Firefox takes no extensions.
 *
 * @throws Error when `WAYMARK_FIREFOX` names no file.
 */
export function findFirefox(): string | undefined {
  return (
    named('WAYMARK_FIREFOX') ??
    firstThatExists([
      ...onPath(['firefox-esr', 'firefox']),
      ...usualPlaces({
        linux: ['/snap/bin/firefox', '/opt/firefox/firefox'],
        darwin: [
          'Firefox.app/Contents/MacOS/firefox',
          'Firefox Developer Edition.app/Contents/MacOS/firefox',
        ],
        win32: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
      }),
    ])
  );
}

function named(variable: string): string | undefined {
  const path = env[variable];
  if (path && !existsSync(path)) throw new Error(`${variable} names no file: ${path}`);
  return path || undefined;
}

function firstThatExists(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}

function onPath(names: readonly string[]): string[] {
  if (platform === 'win32') return [];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where this system's installers put programs, with the given paths below those folders. */
function usualPlaces(below: Record<'linux' | 'darwin' | 'win32', readonly string[]>): string[] {
  if (platform === 'linux') return [...below.linux];
  const folders =
    platform === 'darwin'
      ? ['/Applications', join(env.HOME ?? '', 'Applications')]
      : platform === 'win32'
        ? [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
        : [];
  const paths = platform === 'darwin' || platform === 'win32' ? below[platform] : [];
  return folders.flatMap((folder) => (folder ? paths.map((path) => join(folder, path)) : []));
}
