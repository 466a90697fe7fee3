import * as v from 'valibot';
import type { ValueArea } from '../storage/snapshot-shelf.ts';
import { authorName } from './group-documents.ts';
import { type SyncConfig, syncConfigSchema } from './sync-config.ts';

/** Where the reader's group is, and who they are in it. Kept beside `SyncConfig`, and as it is. */
export interface GroupConfig extends SyncConfig {
  /** What the others see of who has written something. */
  name: string;
  /** 32 hexadecimal digits, made when the group is joined: no two members write into one document. */
  member: string;
}

/** The name under which it is kept. */
export const GROUP_CONFIG = 'group';

const groupConfigSchema = v.strictObject({
  ...syncConfigSchema.entries,
  name: authorName,
  member: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
});

/** What is set; undefined while no group is joined, or what is kept is not sound. */
export async function findGroupConfig(
  kept: Pick<ValueArea, 'get'>,
): Promise<GroupConfig | undefined> {
  const read = v.safeParse(groupConfigSchema, (await kept.get([GROUP_CONFIG]))[GROUP_CONFIG]);
  return read.success ? read.output : undefined;
}
