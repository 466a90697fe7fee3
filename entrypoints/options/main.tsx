import '../../components/theme.css';
import { render } from 'preact';
import { openServices } from '../pages/services.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Options } from './options.tsx';

speakOnPage('settingsTitle');

render(<Options {...openServices()} />, document.getElementById('app') as HTMLElement);
