import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { demandBrowser } from './install-browser.ts';

/*
 * Draws the toolbar's icons from `public/icon.svg`, in every size that a manifest may name. The
 * pictures are committed: this is run when the drawing changes (`npm run icons`).
 */

const PUBLIC = join(import.meta.dirname, '..', 'public');
const SIZES = [16, 32, 48, 96, 128];

const drawing = await readFile(join(PUBLIC, 'icon.svg'), 'utf8');
await mkdir(join(PUBLIC, 'icon'), { recursive: true });
const browser = await chromium.launch({
  executablePath: await demandBrowser('chromium'),
  chromiumSandbox: false,
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>` +
      drawing,
  );
  const path = join(PUBLIC, 'icon', `${size}.png`);
  await page.screenshot({ path, omitBackground: true });
  console.log(path);
}
await browser.close();
