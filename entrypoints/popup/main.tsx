import '../../components/theme.css';
import { render } from 'preact';
import { prepareDays } from '../../components/day.tsx';
import { withinPatience } from '../pages/first-look.ts';
import { openServices } from '../pages/services.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Popup } from './popup.tsx';

/** There in the popup alone: its modules are in one file with what other pages share with it. */
const root = document.getElementById('popup');
if (root) open(root);

async function open(root: HTMLElement): Promise<void> {
  speakOnPage();
  const services = openServices();
  // It was begun by a script of its own; here it is loaded only if that has not run yet.
  const looking =
    globalThis.waymarkFirstLook ??
    import('../pages/look-first.ts').then(({ lookFirst }) => lookFirst());
  prepareDays();
  const first = await withinPatience(looking);
  render(<Popup first={first} looking={looking} {...services} />, root);
}
