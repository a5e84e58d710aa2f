import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillVariables, knownValues, variablesOf } from '../../src/shared/prompt-variables';

describe('the variables of a text', () => {
  it('are named once each, in order, whatever their case', () => {
    expect(variablesOf('{{topic}} in {{ Language }}, {{TOPIC}} for {{über uns}}')).toEqual([
      'topic',
      'Language',
      'über uns',
    ]);
  });

  it('are none where the braces hold no name', () => {
    expect(variablesOf('{{}} {{ }} {topic} {{a\nb}} {{<b>}} ' + `{{${'x'.repeat(41)}}}`)).toEqual([]);
  });

  it('are filled once over: what a value says is not read again, and what has no value stays', () => {
    const values = new Map([
      ['topic', '{{date}}'],
      ['date', 'today'],
    ]);
    expect(fillVariables('{{Topic}}, {{date}}, {{who}}', values)).toBe('{{date}}, today, {{who}}');
  });

  it('of any text are all gone once all have a value without braces', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('{{a}}', '{{ B c }}', '{{', '}}'), (text, piece) => {
        const whole = `${text}${piece}${text}`;
        const values = new Map(variablesOf(whole).map((name) => [name.toLowerCase(), 'x']));
        const filled = fillVariables(whole, values);
        expect(filled.length).toBeLessThanOrEqual(whole.length);
        if (!text.includes('{') && !text.includes('}')) expect(variablesOf(filled)).toEqual([]);
      }),
    );
  });

  it('that Engram knows are day, hour, user, chat and model', () => {
    const now = new Date(2026, 10, 26, 18, 5).getTime();
    const values = knownValues(now, { user: 'Ada', chat: 'Garden', model: 'gpt-4o' });
    expect(fillVariables('{{date}}, {{time}}: {{user}} in {{chat}} with {{model}}', values)).toMatch(
      // Versions of the date tables differ in the comma.
      /^Thursday,? 26 November 2026, 18:05: Ada in Garden with gpt-4o$/,
    );
  });
});
