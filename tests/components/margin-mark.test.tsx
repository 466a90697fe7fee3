// @vitest-environment jsdom
import { screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { drawMarginMark, type MarginMarkProps } from '../../components/margin-mark.ts';
import { withAction, withColour, withKind, withTags } from '../../lib/annotation/changes.ts';
import { anAnnotation } from './builders.ts';

afterEach(() => document.body.replaceChildren());

const ACTION = withKind(anAnnotation(), 'action');

function draw(props: Partial<MarginMarkProps>): HTMLElement {
  const button = document.body.appendChild(document.createElement('button'));
  drawMarginMark(button, { annotation: ACTION, colourNames: {}, ground: 'light', ...props });
  return button;
}

const drawingOf = (button: HTMLElement) => button.querySelector('path')?.getAttribute('d');

test('is named by its kind and its colour', () => {
  draw({ annotation: withColour(withKind(anAnnotation(), 'question'), 'blue') });
  draw({ annotation: anAnnotation({ note: 'A thought.' }), colourNames: { yellow: 'try this' } });
  expect(screen.getByRole('button', { name: 'Question, Blue' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Comment, try this' })).toBeTruthy();
});

test('tells its kind, and whether an action is done, by drawings and not by colour alone', () => {
  const kinds = [
    anAnnotation({ note: 'A thought.' }),
    withKind(anAnnotation(), 'question'),
    ACTION,
    withAction(ACTION, { done: '2026-05-04T10:00:00.000Z' }),
    withTags(anAnnotation(), ['team']),
  ];
  const drawings = kinds.map((annotation) => drawingOf(draw({ annotation })));
  expect(new Set(drawings).size).toBe(kinds.length);
});

test('holds nothing that the reader wrote, which a page could find in it', () => {
  const annotation = withTags(anAnnotation({ note: 'cormorant' }), ['umbrella']);
  const { outerHTML } = draw({ annotation });
  expect(outerHTML).not.toContain('cormorant');
  expect(outerHTML).not.toContain('umbrella');
});
