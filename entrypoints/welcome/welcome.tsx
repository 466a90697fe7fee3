import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { WelcomeView } from '../../components/welcome-view.tsx';
import { BLOG_MATCHES, BLOG_ORIGIN } from '../../lib/blog/address.ts';
import { findPinHint } from './pin-hint.ts';
import { WelcomeTrial } from './welcome-trial.tsx';

const ORIGINS = { origins: BLOG_MATCHES };

/** The hosts of the match patterns: nothing is said of schemes and paths, of which all are meant. */
const HOSTS = BLOG_MATCHES.map((pattern) => pattern.split('/')[2] ?? pattern);

/** The first page, joined to the browser. */
export function Welcome() {
  const [hasAccess, setAccess] = useState<boolean>();
  const [pinHint, setPinHint] = useState<string>();

  useEffect(() => {
    const fail = (error: unknown) => console.warn('Waymark: the browser does not say', error);
    browser.permissions.contains(ORIGINS).then(setAccess, fail);
    findPinHint().then(setPinHint, fail);
  }, []);

  return (
    <WelcomeView
      trial={<WelcomeTrial />}
      hosts={HOSTS}
      hasAccess={hasAccess}
      onAllow={() =>
        browser.permissions.request(ORIGINS).then(setAccess, (error: unknown) => {
          console.warn('Waymark: access to the blog could not be asked for', error);
        })
      }
      pinHint={pinHint}
      blogUrl={`${BLOG_ORIGIN}/`}
    />
  );
}
