import browser from 'webextension-polyfill';

/** Which Waymark this is, in which browser. */
export function aboutThis(): string {
  const { name, version } = browser.runtime.getManifest();
  return [name, version, navigator.userAgent].join(' ');
}
