import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lookFirst } from './pages/look-first.ts';

/**
 * Begins to look while the page's own modules and style sheets are still being loaded, for which a
 * module would wait. They take over what it has found.
 */
export default defineUnlistedScript(() => void lookFirst());
