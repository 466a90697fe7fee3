import { speakBy } from '../../lib/language/say.ts';
import { messagesOf } from './messages-of.ts';

// Tests are written as requirements, in English, and find things by what the reader reads.
speakBy(messagesOf('en'));
