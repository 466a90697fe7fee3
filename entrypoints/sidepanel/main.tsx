import '../../components/theme.css';
import { render } from 'preact';
import { lookFirst, withinPatience } from '../pages/first-look.ts';
import { openServices } from '../pages/services.ts';
import { speakOnPage } from '../pages/speak.ts';
import { SidePanel } from './side-panel.tsx';

speakOnPage();

const services = openServices();
const looking = lookFirst();
const first = await withinPatience(looking);

render(
  <SidePanel first={first} looking={looking} {...services} />,
  document.getElementById('app') as HTMLElement,
);
