import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Annotation } from '../annotation/annotation.ts';
import type { LocationState } from '../annotation/passage-location.ts';
import type { Writing, WritingDetails } from '../annotation/writing.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { FeedState } from './feed-state.ts';
import type { GroupNote, GroupState, Shared } from './group.ts';
import { noteWrites, type Outgoing, type Synced, type SyncState } from './outbox.ts';
import type { RelatedList } from './related-list.ts';
import { createRoom, demandRoom } from './room.ts';

/** What the reader typed and has not saved. */
export interface Draft {
  /** The annotation it is a note for. */
  id: string;
  note: string;
  /** What else was written, where all of it can be written. */
  details?: WritingDetails;
  /** What was written when the reader began, to tell what others changed meanwhile. */
  base?: Writing;
  /** The form it was typed in: another one's save is no reason to forget it. */
  form?: string;
}

/** What the reader has read of the blog. */
export interface Reading {
  permalink: string;
  /** The days on which the post was opened, `YYYY-MM-DD` where the reader was, oldest first. */
  days: string[];
  /** When the reader said that it has been read; absent while it has not. ISO 8601 in UTC. */
  read?: string;
}

/** What became of a passage when a page last looked for it. */
export interface Anchoring {
  /** The annotation whose passage it is. */
  id: string;
  state: LocationState;
}

/** One thing the reader has set, under its name; what it holds, `SettingsRepository` knows. */
export interface Setting {
  key: string;
  value: unknown;
}

/** A post that came, changed or went since related posts were last looked for. */
export interface StalePost {
  permalink: Permalink;
  /** Another one for every change. */
  mark: string;
}

/** What is kept for finding related posts; what each holds, `RelatedWork` knows. */
export interface RelatedState {
  key: 'index' | 'todo';
  value: unknown;
}

/** Two posts that have nothing to do with each other, as the reader says. */
export interface Unrelated {
  post: Permalink;
  other: Permalink;
}

/** A folder the reader has given for something, as the browser hands it out. */
export interface Folder {
  /** What it is for. */
  key: 'export';
  /** A `FileSystemDirectoryHandle`, where the browser has such. */
  handle: unknown;
}

/** The tables. Only this room knows that there are any. */
export type Database = Dexie & {
  annotations: EntityTable<Annotation, 'id'>;
  posts: EntityTable<Post, 'permalink'>;
  drafts: EntityTable<Draft, 'id'>;
  states: EntityTable<FeedState, 'key'>;
  readings: EntityTable<Reading, 'permalink'>;
  settings: EntityTable<Setting, 'key'>;
  anchorings: EntityTable<Anchoring, 'id'>;
  relatedLists: EntityTable<RelatedList, 'permalink'>;
  relatedIndex: EntityTable<RelatedState, 'key'>;
  relatedStale: EntityTable<StalePost, 'permalink'>;
  unrelated: Table<Unrelated, [post: string, other: string]>;
  folders: EntityTable<Folder, 'key'>;
  outbox: EntityTable<Outgoing, 'id'>;
  synced: EntityTable<Synced, 'id'>;
  syncState: EntityTable<SyncState, 'key'>;
  shared: EntityTable<Shared, 'id'>;
  groupNotes: EntityTable<GroupNote, 'id'>;
  groupState: EntityTable<GroupState, 'key'>;
};

/**
 * Open the reader's library. Writes are durable when they are acknowledged: `strict` makes
 * Chromium flush to disk first, as Firefox is asked to by the same hint.
 */
export function openDatabase(name = 'waymark', room = createRoom()): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  database.version(1).stores({
    annotations: 'id, target.source, created',
    posts: 'permalink, published',
    drafts: 'id',
    states: 'key',
  });
  database.version(2).stores({
    annotations: 'id, target.source, created, deleted, *tags',
    readings: 'permalink',
    settings: 'key',
    anchorings: 'id',
    relatedLists: 'permalink',
    relatedIndex: 'key',
    relatedStale: 'permalink',
    unrelated: '[post+other]',
    folders: 'key',
  });
  database.version(3).stores({ outbox: 'id', synced: 'id', syncState: 'key' });
  database.version(4).stores({
    shared: 'id',
    groupNotes: 'id, annotation.target.source',
    groupState: 'key',
  });
  noteWrites(database);
  demandRoom(database, room);
  return database;
}
