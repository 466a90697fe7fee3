import '../../components/theme.css';
import './editor.css';
import { render } from 'preact';
import { background } from '../../lib/messaging/transport.ts';
import { Editor } from './editor.tsx';

const app = document.getElementById('app') as HTMLElement;
render(<Editor id={location.hash.slice(1)} background={background} />, app);
