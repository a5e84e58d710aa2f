import type { TurnPorts } from './turn-ports';

/** What answers now, as the log notes it. */
export function replyOrigin(ports: Pick<TurnPorts, 'chatModel'>) {
  const { kind, name } = ports.chatModel();
  return { replyProvenance: kind === 'offline' ? 'offline' : 'model', model: name } as const;
}
