import '../../components/theme.css';
import { render } from 'preact';
import { background } from '../../lib/messaging/transport.ts';
import { createAnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository } from '../../lib/storage/draft-repository.ts';
import { createPostRepository } from '../../lib/storage/post-repository.ts';
import { Popup } from './popup.tsx';
import { findTab } from './tab.ts';

const database = openDatabase();

render(
  <Popup
    tab={findTab()}
    annotations={createAnnotationRepository(database)}
    drafts={createDraftRepository(database)}
    posts={createPostRepository(database)}
    background={background}
  />,
  document.getElementById('app') as HTMLElement,
);
