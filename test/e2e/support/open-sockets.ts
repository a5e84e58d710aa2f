import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether an address as Linux writes it (hex, a 32-bit word in the machine's order) is this computer's own or none. */
function isOwn(hex: string): boolean {
  if (hex.length === 8) return hex.endsWith('7F') || /^0+$/.test(hex);
  return /^0+$/.test(hex) || hex === '00000000000000000000000001000000' || /^0{16}FFFF0000.{6}7F$/.test(hex);
}

/** A process and all it started. */
function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // Process, name in brackets, state, parent: the name may hold anything, brackets too.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const tree = new Set([root]);
  for (let grown = true; grown;) {
    grown = false;
    for (const [child, parent] of parents) {
      if (!tree.has(parent) || tree.has(child)) continue;
      tree.add(child);
      grown = true;
    }
  }
  return [...tree];
}

function socketsOf(pids: readonly number[]): ReadonlySet<string> {
  const inodes = new Set<string>();
  for (const pid of pids) {
    try {
      for (const fd of readdirSync(`/proc/${String(pid)}/fd`)) {
        const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(pid)}/fd/${fd}`))?.[1];
        if (inode !== undefined) inodes.add(inode);
      }
    } catch {
      // It has ended meanwhile, or closed what was listed.
    }
  }
  return inodes;
}

/** Sockets of a process and all it started that reach, or listen, beyond this computer: protocol, local and remote address. */
export function outwardSockets(root: number): readonly string[] {
  const inodes = socketsOf(treeOf(root));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    readFileSync(`/proc/${String(root)}/net/${protocol}`, 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [, local = '', remote = '', , , , , , , inode = ''] = line.trim().split(/\s+/);
        if (!inodes.has(inode)) return [];
        const places = [local, remote].map((place) => place.split(':')[0] ?? '');
        return places.every(isOwn) ? [] : [`${protocol} ${local} ${remote}`];
      }),
  );
}
