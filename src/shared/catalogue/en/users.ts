/** Words of the local users: who sits at the screen, who else could. */
export const users = {
  title: 'Users',
  hint: 'Each user has chats, prompts and a memory of their own; none of it is shown to another. Models, keys and budgets are shared.',
  switchUser: 'Switch user',
  switchTo: (name: string): string => `Switch to ${name}`,
  current: (name: string): string => `${name}, the user now. Switch user`,
  now: 'Now',
  switch: 'Switch',
  manage: 'Manage users',
  add: 'Add user',
  name: 'Name of the user',
  newName: 'Name of the new user',
  save: 'Save',
  rename: (name: string): string => `Rename ${name}`,
  delete: (name: string): string => `Delete ${name} and all their chats`,
  deleted: (name: string): string => `${name} and all their chats deleted`,
} as const;
