import '../../components/theme.css';
import { render } from 'preact';
import { openDatabase } from '../../lib/storage/database.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Options } from './options.tsx';
import { openSettingsServices } from './settings-services.ts';

speakOnPage('settingsTitle');

render(
  <Options {...openSettingsServices(openDatabase())} />,
  document.getElementById('app') as HTMLElement,
);
