import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { DraftRepository } from '../../lib/storage/draft-repository.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';

/** What the popup leans on. */
export interface PopupServices {
  annotations: AnnotationRepository;
  drafts: DraftRepository;
  posts: PostRepository;
  background: Client<BackgroundProtocol>;
}
