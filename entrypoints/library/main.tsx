import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { languageOf, speakBy } from '../../lib/language/say.ts';
import { openServices } from '../pages/services.ts';
import { Library } from './library.tsx';

speakBy(browser.i18n);
document.documentElement.lang = languageOf();

render(<Library {...openServices()} />, document.getElementById('app') as HTMLElement);
