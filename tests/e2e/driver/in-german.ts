import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlogPage } from './blog-page.ts';
import type { Driver } from './driver.ts';
import type { Surface } from './surface.ts';
import type { Named } from './tab.ts';
import { waitFor } from './wait.ts';

/*
 * A browser that speaks German, driven in English: what is looked for by its English name is found
 * by its German one, so that whoever opens the views need not know the language they are in.
 */

type Messages = Readonly<Record<string, { message: string }>>;

const LOCALES = join(import.meta.dirname, '..', '..', '..', 'public', '_locales');
const PLACE = /\\?\$\d/g;

interface Pair {
  english: string;
  german: string;
  /** Finds the German message in a text, whatever stands in its places. */
  pattern: RegExp;
}

/** The same browser, asked in English. */
export function inGerman(driver: Driver): Driver {
  const pairs = readPairs();
  return {
    ...driver,
    open: async (address) => toPage(await driver.open(address), pairs),
    openPopup: async (page) => toSurface(await driver.openPopup(original(page)), pairs),
    openSidePanel: async (page) => toSurface(await driver.openSidePanel(original(page)), pairs),
    openOwnPage: async (path) => toSurface(await driver.openOwnPage(path), pairs),
    openLibrary: async (search) => toSurface(await driver.openLibrary(search), pairs),
    openCopy: (page, part) => driver.openCopy(original(page), part),
    badgeText: (page) => driver.badgeText(original(page)),
    command: (page, name) => driver.command(original(page), name),
  };
}

/** The page that the driver knows, by the one that was handed out for it. */
const originals = new WeakMap<BlogPage, BlogPage>();
const original = (page: BlogPage) => originals.get(page) ?? page;

function toPage(page: BlogPage, pairs: readonly Pair[]): BlogPage {
  const findButton = async (name: string) => {
    for (const german of namesFor(name, pairs)) {
      const found = await page.findButton(german);
      if (found) return { german, found };
    }
    return undefined;
  };
  const clickButton = async (name: string) =>
    page.clickButton((await waitFor(`the button “${name}”`, () => findButton(name))).german);
  const translated: BlogPage = {
    ...page,
    findButton: async (name) => (await findButton(name))?.found,
    clickButton,
    async highlight(from, to) {
      await page.select(from, to);
      await clickButton('Highlight');
    },
  };
  originals.set(translated, page);
  return translated;
}

function toSurface(surface: Surface, pairs: readonly Pair[]): Surface {
  const find = (path: readonly Named[]) =>
    waitFor(`“${path.at(-1)?.name}”`, async () => {
      for (const german of pathsFor(path, pairs)) {
        if ((await surface.count(...german)) > 0) return german;
      }
      return undefined;
    });
  return {
    ...surface,
    async text() {
      const text = await surface.text();
      const told = pairs.flatMap(({ english, pattern }) => {
        const [found, ...places] = pattern.exec(text) ?? [];
        return found === undefined ? [] : [fillPlaces(english, places)];
      });
      return [text, ...told].join('\n');
    },
    click: async (...path) => surface.click(...(await find(path))),
    async fill(field, text) {
      const [german = field] = await find([field]);
      await surface.fill(german, text);
    },
    chooseFile: (label, file) => surface.chooseFile(namesFor(label, pairs)[0] ?? label, file),
    valueOf: (label) => surface.valueOf(namesFor(label, pairs)[0] ?? label),
  };
}

function pathsFor(path: readonly Named[], pairs: readonly Pair[]): Named[][] {
  return path.reduce<Named[][]>(
    (paths, { role, name }) =>
      namesFor(name, pairs).flatMap((german) =>
        paths.map((before) => [...before, { role, name: german }]),
      ),
    [[]],
  );
}

/** What an English name may be in German; one with commas in it may be put together of several. */
function namesFor(name: string, pairs: readonly Pair[]): string[] {
  const toGerman = (part: string) => pairs.find(({ english }) => english === part)?.german ?? part;
  const whole = pairs.filter(({ english }) => english === name).map(({ german }) => german);
  return [...new Set([...whole, name.split(', ').map(toGerman).join(', ')])];
}

function fillPlaces(message: string, places: readonly string[]): string {
  return message.replaceAll(PLACE, (place) => places[Number(place.at(-1)) - 1] ?? '');
}

function readPairs(): Pair[] {
  const english = readMessages('en');
  return Object.entries(readMessages('de')).map(([key, { message }]) => ({
    english: english[key]?.message ?? message,
    german: message,
    pattern: new RegExp(
      message.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(PLACE, '(.+)'),
    ),
  }));
}

function readMessages(language: string): Messages {
  return JSON.parse(readFileSync(join(LOCALES, language, 'messages.json'), 'utf8'));
}
