/** Fails the build when a union gains a member that a switch forgot, and the program when a wrong value slips in. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
