import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { PrivacyView } from '../../components/privacy-view.tsx';
import { speakOnPage } from '../pages/speak.ts';

speakOnPage('privacyTitle');

// What was asked for stands in the manifest: the page cannot say less than the truth.
const { permissions = [], host_permissions: hosts = [] } = browser.runtime.getManifest();

render(
  <PrivacyView permissions={permissions} hosts={hosts} />,
  document.getElementById('app') as HTMLElement,
);
