import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { speakBy } from '../../lib/language/say.ts';
import { lookFirst, withinPatience } from '../pages/first-look.ts';
import { openServices } from '../pages/services.ts';
import { Popup } from './popup.tsx';

speakBy(browser.i18n);

const services = openServices();
const looking = lookFirst(services);
const first = await withinPatience(looking);

render(
  <Popup first={first} looking={looking} {...services} />,
  document.getElementById('app') as HTMLElement,
);
