import '../../components/theme.css';
import '../blog.content/highlight.css';
import { render } from 'preact';
import { speakOnPage } from '../pages/speak.ts';
import { Welcome } from './welcome.tsx';

speakOnPage('welcomeTitle');

render(<Welcome />, document.getElementById('app') as HTMLElement);
