import '../../components/theme.css';
import './editor.css';
import { render } from 'preact';
import { background } from '../../lib/messaging/transport.ts';
import { createAnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { createDraftRepository } from '../../lib/storage/draft-repository.ts';
import { Editor } from './editor.tsx';

const database = openDatabase();

render(
  <Editor
    id={location.hash.slice(1)}
    annotations={createAnnotationRepository(database)}
    drafts={createDraftRepository(database)}
    background={background}
  />,
  document.getElementById('app') as HTMLElement,
);
