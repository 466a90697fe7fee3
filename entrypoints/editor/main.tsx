import '../../components/theme.css';
import './editor.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { speakBy } from '../../lib/language/say.ts';
import { background } from '../../lib/messaging/transport.ts';
import { Editor } from './editor.tsx';

speakBy(browser.i18n);

const app = document.getElementById('app') as HTMLElement;
render(<Editor id={location.hash.slice(1)} background={background} />, app);
