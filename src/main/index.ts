import { settleLanguage } from './electron/settle-language';

// Every module reads its words once, so the language stands before the first of them is loaded.
settleLanguage(process.env);
await import('./program');
