import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { speakBy } from '../../lib/language/say.ts';
import { openServices } from '../pages/services.ts';
import { findTab } from '../pages/tab.ts';
import { SidePanel } from './side-panel.tsx';

speakBy(browser.i18n);

render(
  <SidePanel tab={findTab()} {...openServices()} />,
  document.getElementById('app') as HTMLElement,
);
