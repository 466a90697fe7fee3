import '../../components/theme.css';
import './editor.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { languageOf, say, speakBy } from '../../lib/language/say.ts';
import { background } from '../../lib/messaging/transport.ts';
import { Editor } from './editor.tsx';
import { fitFrame } from './fit-frame.ts';
import { Glance } from './glance.tsx';

speakBy(browser.i18n);
document.documentElement.lang = languageOf();

/** Which annotation, and whether it is only to be looked at. */
const [, glance, id = ''] = /^#(glance\/)?(.*)$/.exec(location.hash) ?? [];
document.title = say(glance ? 'glanceFrame' : 'noteFrame');

const app = document.getElementById('app') as HTMLElement;
const View = glance ? Glance : Editor;
render(<View id={id} background={background} />, app);
fitFrame(app, background);
