import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { languageOf, speakBy } from '../../lib/language/say.ts';
import { openServices } from '../pages/services.ts';
import { MapOfBlog } from './map/map-of-blog.tsx';

speakBy(browser.i18n);
document.documentElement.lang = languageOf();

render(<MapOfBlog {...openServices()} />, document.getElementById('app') as HTMLElement);
