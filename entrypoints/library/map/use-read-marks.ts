import { useState } from 'preact/hooks';
import type { MapPost } from '../../../components/blog-map-post.ts';
import type { UndoBarProps } from '../../../components/undo-bar.tsx';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import { say } from '../../../lib/language/say.ts';
import type { ReadingRepository } from '../../../lib/storage/reading-repository.ts';

/** Marking posts as read and as unread, with the way back. */
export interface ReadMarks {
  onRead: (post: MapPost, isRead: boolean) => Promise<void>;
  undo: UndoBarProps;
}

interface Done {
  message: string;
  takeBack: () => Promise<void>;
}

/** Marking posts in the library; the views that watch it follow. */
export function useReadMarks(readings: ReadingRepository): ReadMarks {
  const [done, setDone] = useState<Done>();
  return {
    async onRead({ permalink: address, title }, isRead) {
      const permalink = address as Permalink;
      const before = (await readings.find(permalink))?.read;
      await readings.saveRead(permalink, isRead);
      setDone({
        message: say(isRead ? 'mapMarkedRead' : 'mapMarkedUnread', title),
        // Back is back to the day on which it was marked then.
        takeBack: () =>
          readings.saveRead(permalink, before !== undefined, before ? new Date(before) : undefined),
      });
    },
    undo: {
      message: done?.message,
      async onUndo() {
        setDone(undefined);
        await done?.takeBack();
      },
      onDismiss: () => setDone(undefined),
    },
  };
}
