import '../../components/theme.css';
import { render } from 'preact';
import { prepareDays } from '../../components/day.tsx';
import { lookFirst, withinPatience } from '../pages/first-look.ts';
import { openServices } from '../pages/services.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Popup } from './popup.tsx';

speakOnPage();

const services = openServices();
const looking = lookFirst();
prepareDays();
const first = await withinPatience(looking);

render(
  <Popup first={first} looking={looking} {...services} />,
  document.getElementById('app') as HTMLElement,
);
