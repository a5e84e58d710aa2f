import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { UserId } from '../../shared/model/ids';
import type { UserList } from '../../shared/model/user';
import type { Bridge } from '../bridge';

/** The local users. Once another one is active the whole window starts anew, so nothing of this state outlives one. */
export interface UsersSlice {
  /** Null until main has said them. */
  readonly users: UserList | null;
  readonly usersError: AppErrorShape | null;
  readonly loadUsers: () => Promise<void>;
  readonly acceptUsers: (users: UserList) => void;
  /** Each answers whether it was done. */
  readonly addUser: (name: string) => Promise<boolean>;
  readonly renameUser: (userId: UserId, name: string) => Promise<boolean>;
  readonly switchUser: (userId: UserId) => Promise<boolean>;
  readonly deleteUser: (userId: UserId) => Promise<boolean>;
  readonly restoreUser: (userId: UserId) => Promise<boolean>;
}

/** Builds the {@link UsersSlice}. */
export function createUsersSlice(bridge: Bridge, set: (change: Partial<UsersSlice>) => void): UsersSlice {
  const attempt = async (call: () => Promise<UserList>): Promise<boolean> => {
    set({ usersError: null });
    try {
      set({ users: await call() });
      return true;
    } catch (error) {
      set({ usersError: toErrorShape(error) });
      return false;
    }
  };
  return {
    users: null,
    usersError: null,
    loadUsers: async () => {
      await attempt(() => bridge.call('users.list', {}));
    },
    acceptUsers: (users) => set({ users }),
    addUser: (name) => attempt(() => bridge.call('users.add', { name })),
    renameUser: (userId, name) => attempt(() => bridge.call('users.rename', { userId, name })),
    switchUser: (userId) => attempt(() => bridge.call('users.switch', { userId })),
    deleteUser: (userId) => attempt(() => bridge.call('users.delete', { userId })),
    restoreUser: (userId) => attempt(() => bridge.call('users.restore', { userId })),
  };
}
