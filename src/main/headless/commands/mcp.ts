import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Readable, Writable } from 'node:stream';
import { headless as words } from '../../../shared/catalogue/en/headless';
import { AppError } from '../../../shared/errors';
import type { Command, Given } from '../command';
import { addMemoryTools } from '../memory-tools';
import { openReader } from '../open-reader';

/** Serves until the other side closes its end. */
async function run(given: Given): Promise<void> {
  const reader = await openReader(given, (users, _active, { memoryServerUserId }) => {
    if (memoryServerUserId === null) throw new AppError('forbidden', words.serverOff);
    return users.find(({ id }) => id === memoryServerUserId) ?? null;
  });
  try {
    const server = new McpServer({ name: 'engram', version: given.version });
    addMemoryTools(server, reader, given.signal);
    const { input, raw } = given.output;
    const transport = new StdioServerTransport(
      Readable.from(input),
      raw instanceof Writable ? raw : undefined,
    );
    const closed = new Promise<void>((resolve) => {
      server.server.onclose = resolve;
      input.once('end', resolve);
      input.once('close', resolve);
      given.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.connect(transport);
    await closed;
    await server.close();
  } finally {
    await reader.close();
  }
}

/** Serves the memory of one user over the Model Context Protocol (https://modelcontextprotocol.io), for reading. */
export const mcpCommand: Command = {
  name: 'mcp',
  usage: 'mcp',
  about: words.about.mcp,
  options: {},
  takes: (positionals) => positionals === 0,
  run,
};
