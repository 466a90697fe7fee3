// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { GlanceCard } from '../../components/glance-card.tsx';
import { withAction, withColour, withKind, withTags } from '../../lib/annotation/changes.ts';
import { anAnnotation } from './builders.ts';

afterEach(cleanup);

test('shows the kind, the colour by its name, the tags and how the note begins', () => {
  const note = `Ask her. ${'And so on. '.repeat(50)}`;
  const question = withTags(withKind(anAnnotation({ note }), 'question'), ['team', 'trust']);
  render(
    <GlanceCard annotation={withColour(question, 'pink')} colourNames={{ pink: 'disagree' }} />,
  );
  const card = screen.getByRole('article');
  expect(card.textContent).toContain('Question');
  expect(card.textContent).toContain('disagree');
  expect(card.textContent).toContain('Ask her.');
  expect(card.textContent?.length).toBeLessThan(400);
  const tags = within(screen.getByRole('list', { name: 'Tags' })).getAllByRole('listitem');
  expect(tags.map(({ textContent }) => textContent)).toEqual(['team', 'trust']);
});

test('says when an action is due, as long as it is open', () => {
  const action = withKind(anAnnotation(), 'action');
  const due = withAction(action, { due: '2026-05-04' });
  const { rerender } = render(<GlanceCard annotation={due} colourNames={{}} />);
  expect(screen.getByText('May 4, 2026')).toBeTruthy();
  const done = withAction(due, { due: '2026-05-04', done: '2026-05-03T10:00:00.000Z' });
  rerender(<GlanceCard annotation={done} colourNames={{}} />);
  expect(screen.getByText('Action, done')).toBeTruthy();
  expect(screen.queryByText('May 4, 2026')).toBeNull();
});
