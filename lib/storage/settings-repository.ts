import * as v from 'valibot';
import { COLOURS, type Colour } from '../annotation/colour.ts';
import type { Database } from './database.ts';

/** What the reader can set, and what holds until then. */
export interface Settings {
  /** What the reader calls the colours, such as "disagree"; a colour without a name has its own. */
  colourNames: Partial<Record<Colour, string>>;
  /** Whether the first page, which says what Waymark does, has been seen. */
  welcomed: boolean;
}

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
