import { settleLanguage } from './electron/settle-language';
import { isCommandLine } from './headless/is-command-line';

// Every module reads its words once, so the language stands before the first of them is loaded. The terminal speaks English.
if (!isCommandLine(process.argv)) settleLanguage(process.env);
void import('./program');
