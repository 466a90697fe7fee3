import type { Site } from './site.ts';

/** A site that many who lead engineers read. */
export interface WellKnownSite {
  site: Site;
  /** As it calls itself. */
  name: string;
  /** Names what it is about, among the messages that begin with `siteAbout_`. */
  about: string;
}

/** Offered to be added with one click; of none of them anything is granted, or asked, before. */
export const WELL_KNOWN_SITES = [
  { site: 'lethain.com', name: 'Irrational Exuberance', about: 'lethain' },
  { site: 'randsinrepose.com', name: 'Rands in Repose', about: 'rands' },
  { site: 'charity.wtf', name: 'charity.wtf', about: 'charity' },
  { site: 'larahogan.me', name: 'Lara Hogan', about: 'larahogan' },
  { site: 'jacobian.org', name: 'Jacob Kaplan-Moss', about: 'jacobian' },
  { site: 'danluu.com', name: 'Dan Luu', about: 'danluu' },
  { site: 'martinfowler.com', name: 'Martin Fowler', about: 'fowler' },
  { site: 'blog.pragmaticengineer.com', name: 'The Pragmatic Engineer', about: 'pragmatic' },
  { site: 'noidea.dog', name: 'No Idea Blog', about: 'noidea' },
  { site: 'staffeng.com', name: 'StaffEng', about: 'staffeng' },
  { site: 'jvns.ca', name: 'Julia Evans', about: 'jvns' },
  { site: 'surfingcomplexity.blog', name: 'Surfing Complexity', about: 'surfing' },
] as const satisfies readonly WellKnownSite[];
