import * as v from 'valibot';
import { COLOURS, type Colour } from '../annotation/colour.ts';
import type { Database } from './database.ts';

/** What the reader can set, and what holds until then. */
export interface Settings {
  /** What the reader calls the colours, such as "disagree"; a colour without a name has its own. */
  colourNames: Partial<Record<Colour, string>>;
  /** Templates of the reader's own, in the order in which they were made. */
  templates: readonly OwnTemplate[];
  /** When everything, or all that was new, was last exported in a way: ISO 8601 in UTC by its name. */
  lastExports: Readonly<Record<string, string>>;
  /** Whether the first page, which says what Waymark does, has been seen. */
  welcomed: boolean;
}

/** A template the reader has made. */
export interface OwnTemplate {
  id: string;
  name: string;
  /** Liquid; it may be broken while it is being written. */
  source: string;
}

/** As many templates as a list can show; UTF-16 units of a name and of a template's text. */
export const TEMPLATE_LIMITS = { count: 50, name: 80, source: 100_000 } as const;

/** A colour's name is a word or two. UTF-16 units. */
export const LONGEST_COLOUR_NAME = 40;

const colourName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_COLOUR_NAME));

/** The settings one by one, so that one that cannot be read does not take the others with it. */
const SETTINGS: {
  [K in keyof Settings]: { schema: v.GenericSchema<unknown, Settings[K]>; initially: Settings[K] };
} = {
  colourNames: {
    schema: v.strictObject(
      Object.fromEntries(COLOURS.map((colour) => [colour, v.exactOptional(colourName)])),
    ) as v.GenericSchema<unknown, Settings['colourNames']>,
    initially: {},
  },
  templates: {
    schema: v.pipe(
      v.array(
        v.strictObject({
          id: v.pipe(v.string(), v.uuid()),
          name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(TEMPLATE_LIMITS.name)),
          source: v.pipe(v.string(), v.maxLength(TEMPLATE_LIMITS.source)),
        }),
      ),
      v.maxLength(TEMPLATE_LIMITS.count),
    ),
    initially: [],
  },
  lastExports: {
    schema: v.record(v.string(), v.pipe(v.string(), v.isoTimestamp())),
    initially: {},
  },
  welcomed: { schema: v.boolean(), initially: false },
};

export interface SettingsRepository {
  /** All settings. What was never set, or cannot be read any more, is as it was initially. */
  read(): Promise<Settings>;
  /**
   * Set these and leave the others.
   *
   * @throws ValiError when a value does not fit; then nothing is set.
   */
  save(settings: Partial<Settings>): Promise<void>;
}

export function createSettingsRepository({ settings: table }: Database): SettingsRepository {
  return {
    async read() {
      const rows = new Map((await table.toArray()).map(({ key, value }) => [key, value]));
      return Object.fromEntries(
        Object.entries(SETTINGS).map(([key, { schema, initially }]) => {
          const read = v.safeParse(schema as v.GenericSchema, rows.get(key));
          return [key, read.success ? read.output : initially];
        }),
      ) as unknown as Settings;
    },
    async save(settings) {
      const rows = Object.entries(settings).map(([key, value]) => ({
        key,
        value: v.parse(SETTINGS[key as keyof Settings].schema as v.GenericSchema, value),
      }));
      await table.bulkPut(rows);
    },
  };
}
