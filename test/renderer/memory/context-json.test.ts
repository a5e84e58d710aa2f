import { describe, expect, it } from 'vitest';
import { contextJson } from '../../../src/renderer/memory/context-json';
import { snapshotOf } from '../sample-snapshot';

interface Copied {
  readonly messages: readonly { readonly role: string; readonly content: string | null }[];
  readonly parts: readonly { readonly kind: string; readonly tokens: number }[];
  readonly budget: { readonly maxContextTokens: number };
}

describe('a context as JSON', () => {
  it('holds the messages as they were sent, without the list of tools, and what each part is made of', () => {
    const snapshot = snapshotOf([
      { kind: 'system', role: 'system', text: 'Be brief.', sources: [] },
      { kind: 'tools', role: 'system', text: '[{"name":"calculate"}]', sources: [] },
      { kind: 'buffer', text: null },
      { kind: 'buffer', text: 'Hello' },
    ]);
    const json = JSON.parse(contextJson(snapshot)) as Copied;
    expect(json.messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: null },
      { role: 'user', content: 'Hello' },
    ]);
    expect(json.parts.map(({ kind }) => kind)).toEqual(['system', 'tools', 'buffer', 'buffer']);
    expect(json.budget.maxContextTokens).toBe(8_000);
  });
});
