import '../../components/theme.css';
import { render } from 'preact';
import { keepForGood } from '../pages/keep-for-good.ts';
import { speakOnPage } from '../pages/speak.ts';
import { Library } from './library.tsx';
import { openLibraryServices } from './library-services.ts';

speakOnPage();
keepForGood();

render(<Library {...openLibraryServices()} />, document.getElementById('app') as HTMLElement);
