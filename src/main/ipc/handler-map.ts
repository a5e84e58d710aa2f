import type { CallName, CallOutput, ParsedInput } from '../../shared/contract/calls';
import type { CallContext } from './call-context';

/** Answers one call; throws an `AppError` for what the user can do something about. */
export type Handler<Name extends CallName> = (
  input: ParsedInput<Name>,
  context: CallContext,
) => Promise<CallOutput<Name>>;

/** One handler for every call of the contract; a missing one fails the build. */
export type HandlerMap = { readonly [Name in CallName]: Handler<Name> };
