import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { parse } from 'yaml';
import { valid } from 'semver';

/**
 * What a channel file says, as electron-builder writes it beside the packages it makes (`latest.yml`, `latest-linux.yml`,
 * `latest-mac.yml`). A package is a file of the same folder: what names another place counts as missing.
 */
const channelSchema = z.object({
  version: z.string().refine((text) => valid(text) !== null),
  files: z
    .array(
      z.object({
        url: z.string().regex(/^[^/\\:]+$/),
        /** Base 64. */
        sha512: z.string().min(1),
      }),
    )
    .max(20)
    .default([]),
  releaseDate: z.union([z.string(), z.date()]).optional(),
});

/** A version that a channel file offers. */
export interface Channel {
  readonly version: string;
  /** Milliseconds since 1970; null where the file does not say. */
  readonly releasedAt: number | null;
  /** The packages: names of files in the same folder, and their SHA-512 in base 64. */
  readonly packages: readonly { readonly name: string; readonly sha512: string }[];
}

/** A channel file is some hundred bytes long. */
const longest = 65_536;

/** Reads a channel file; null where there is none, or it is something else. */
export async function readChannel(path: string): Promise<Channel | null> {
  try {
    if ((await stat(path)).size > longest) return null;
    const { version, files, releaseDate } = channelSchema.parse(
      parse(await readFile(path, 'utf8'), { logLevel: 'error' }),
    );
    const releasedAt = releaseDate === undefined ? Number.NaN : new Date(releaseDate).getTime();
    return {
      version,
      releasedAt: Number.isNaN(releasedAt) ? null : releasedAt,
      packages: files.map(({ url, sha512 }) => ({ name: url, sha512 })),
    };
  } catch {
    return null;
  }
}
