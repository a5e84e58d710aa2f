// The smoke test of the package in dist/, in its own window.
import { attached, packageFile } from './child.mjs';
import { electronEnvironment, onSomeDisplay } from './environment.mjs';

const cli = [packageFile('@playwright/test', 'cli.js'), 'test', '--config', 'playwright.package.config.ts'];
const display = onSomeDisplay([process.execPath, ...cli], { platform: process.platform, env: process.env });
if (display.kind === 'refuse') {
  console.error(display.message);
  process.exit(1);
}
const [program, ...args] = display.command;
process.exitCode = await attached(program, args, electronEnvironment(process.env));
