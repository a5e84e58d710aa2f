import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/renderer/thread/read-text-file';

describe('the text of a file', () => {
  it('is read as UTF-8, without the mark some programs write in front of it', () => {
    expect(decodeText(new TextEncoder().encode('Grüße, 漢字 🌊'))).toBe('Grüße, 漢字 🌊');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
  });

  it('is read as UTF-16 where its mark says so', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]))).toBe('Aé');
    expect(decodeText(Uint8Array.from([0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9]))).toBe('Aé');
  });

  it('is refused where the bytes are none', () => {
    expect(() => decodeText(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toThrow();
    expect(() => decodeText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).toThrow();
  });
});
