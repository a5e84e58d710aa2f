/**
 * The JSON object of a model's reply, whatever stands around it (models like to fence and to announce); null where
 * there is none. It is unchecked: the caller parses it.
 */
export function findJsonObject(reply: string): unknown {
  const from = reply.indexOf('{');
  const to = reply.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  try {
    return JSON.parse(reply.slice(from, to + 1));
  } catch {
    return null;
  }
}
