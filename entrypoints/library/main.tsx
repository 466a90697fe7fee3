import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { languageOf, speakBy } from '../../lib/language/say.ts';
import { Library } from './library.tsx';
import { openLibraryServices } from './library-services.ts';

speakBy(browser.i18n);
document.documentElement.lang = languageOf();

render(<Library {...openLibraryServices()} />, document.getElementById('app') as HTMLElement);
