import fc from 'fast-check';

// Random on a developer's machine, so that every run looks elsewhere; the same for every run of CI, whose verdict on
// a commit may not depend on chance (docs/decisions/0018).
if (process.env['CI'] !== undefined) fc.configureGlobal({ seed: 20_261_126 });
