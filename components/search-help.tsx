import './search-help.css';
import { type MessageName, say } from '../lib/language/say.ts';

/** Examples of what can be asked, each with what it finds. What is typed is the same in every language. */
const EXAMPLES: readonly (readonly [example: MessageName, meaning: MessageName])[] = [
  ['helpWords', 'helpWordsMeaning'],
  ['helpPhrase', 'helpPhraseMeaning'],
  ['helpNot', 'helpNotMeaning'],
  ['helpTag', 'helpTagMeaning'],
  ['helpColour', 'helpColourMeaning'],
  ['helpKind', 'helpKindMeaning'],
  ['helpLabel', 'helpLabelMeaning'],
  ['helpTime', 'helpTimeMeaning'],
  ['helpIs', 'helpIsMeaning'],
  ['helpKeys', 'helpKeysMeaning'],
];

/** What can be asked of the search, by example. */
export function SearchHelp() {
  return (
    <details class="search-help">
      <summary>{say('searchHelp')}</summary>
      <dl>
        {EXAMPLES.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>
                {say(example)
                  .split(' ')
                  .map((word) => (
                    <>
                      <span>{word}</span>{' '}
                    </>
                  ))}
              </code>
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
