import '../../components/theme.css';
import { render } from 'preact';
import { openDatabase } from '../../lib/storage/database.ts';
import { createInventory } from '../../lib/storage/inventory.ts';
import { openServices } from '../pages/services.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Options } from './options.tsx';

speakOnPage('settingsTitle');

// No other page counts or erases, and the popup would have to load it.
const inventory = createInventory(openDatabase());

render(
  <Options {...openServices()} inventory={inventory} />,
  document.getElementById('app') as HTMLElement,
);
