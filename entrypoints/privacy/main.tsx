import '../../components/theme.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { PrivacyView } from '../../components/privacy-view.tsx';
import { speakOnPage } from '../pages/speak.ts';

speakOnPage('privacyTitle');

/** The polyfill does not know the hosts that may be asked for later. */
type Manifest = ReturnType<typeof browser.runtime.getManifest> & {
  optional_host_permissions?: string[];
};

// What was asked for stands in the manifest: the page cannot say less than the truth.
const {
  permissions = [],
  host_permissions: hosts = [],
  optional_host_permissions: optional = [],
} = browser.runtime.getManifest() as Manifest;

render(
  <PrivacyView permissions={permissions} hosts={hosts} hasOptional={optional.length > 0} />,
  document.getElementById('app') as HTMLElement,
);
