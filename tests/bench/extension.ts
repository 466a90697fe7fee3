import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BrowserContext, chromium } from '@playwright/test';
import { build } from 'wxt';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { putRecords } from '../e2e/driver/put-records.ts';
import { findChromium } from '../e2e/rig/find-browser.ts';
import { launchChromium } from '../e2e/rig/launch-chromium.ts';
import { WORK_DIR } from './peers.ts';

const nothing = () => {};
/** The build has nothing to say among the figures; it throws when it fails. */
const SILENT = {
  level: 0,
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  success: nothing,
};

/** Build the extension as it is published, apart from the project's own builds. */
export async function buildExtension(): Promise<string> {
  const outDir = join(WORK_DIR, 'output');
  await build({
    root: join(import.meta.dirname, '..', '..'),
    browser: 'chrome',
    manifestVersion: 3,
    mode: 'production',
    outDir,
    logger: SILENT,
  });
  return join(outDir, 'chrome-mv3');
}

/** Bytes of each file of the content script, compressed as for a download. */
export function contentScriptSize(build: string): number {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
    content_scripts: { js?: string[]; css?: string[] }[];
  };
  return manifest.content_scripts
    .flatMap(({ js = [], css = [] }) => [...js, ...css])
    .map((file) => gzipSync(readFileSync(join(build, file)), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}

/** A browser that reads the sample blog. */
export interface Reader {
  context: BrowserContext;
  close(): Promise<void>;
}

/** A browser without the extension. */
export async function launchPlain(proxyPort: number): Promise<Reader> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(userDataDir, {
    ...(executablePath && { executablePath }),
    viewport: { width: 1280, height: 860 },
    args: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      '--disable-quic',
      '--ignore-certificate-errors',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(isRootOnLinux ? ['--no-sandbox'] : []),
    ],
  });
  return { context, close: () => closeAndForget(context, userDataDir) };
}

/** A browser with the extension, and annotations and other records in its library, by table. */
export async function launchWithAnnotations(
  extensionDir: string,
  proxyPort: number,
  annotations: readonly Annotation[],
  others: Readonly<Record<string, readonly object[]>> = {},
): Promise<Reader> {
  const userDataDir = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  const { context, openExtensionPage } = await launchChromium({
    extensionDir,
    userDataDir,
    proxyPort,
  });
  // The popup opens the library, and so there is one to write to.
  const popup = await openExtensionPage('popup.html');
  await popup.waitForFunction(async () =>
    (await indexedDB.databases()).some(({ name }) => name === 'waymark'),
  );
  await popup.evaluate<void, Readonly<Record<string, readonly object[]>>>(putRecords, {
    annotations,
    ...others,
  });
  await popup.close();
  return { context, close: () => closeAndForget(context, userDataDir) };
}

async function closeAndForget(context: BrowserContext, userDataDir: string): Promise<void> {
  await context.close();
  rmSync(userDataDir, { recursive: true, force: true });
}
