import type { HandlerMap } from '../handler-map';
import type { Profiles } from '../profiles';

/** Answers the calls about local users. */
export function createUserHandlers(
  profiles: Profiles,
): Pick<
  HandlerMap,
  'users.list' | 'users.add' | 'users.rename' | 'users.switch' | 'users.delete' | 'users.restore'
> {
  return {
    'users.list': () => profiles.list(),
    'users.add': ({ name }) => profiles.add(name),
    'users.rename': ({ userId, name }) => profiles.rename(userId, name),
    'users.switch': ({ userId }) => profiles.switchTo(userId),
    'users.delete': ({ userId }) => profiles.remove(userId),
    'users.restore': ({ userId }) => profiles.restore(userId),
  };
}
