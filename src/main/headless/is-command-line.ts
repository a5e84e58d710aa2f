import { commandNames } from './command-names';

/** Switches that are meant for Chromium, wherever they stand. */
const chromium = /^--(no-sandbox|disable-gpu|ozone-platform(=|$)|headless$)/;

/** Words that follow the program: in a package nothing stands between, otherwise its folder or a script does. */
export function argumentsOf(argv: readonly string[], isPackage = isPackaged()): readonly string[] {
  return argv.slice(isPackage ? 1 : 2).filter((word) => !chromium.test(word));
}

/** Whether the program was started as a command of the terminal rather than to open its window. */
export function isCommandLine(argv: readonly string[], isPackage = isPackaged()): boolean {
  const [name = ''] = argumentsOf(argv, isPackage);
  return commandNames.includes(name);
}

/** Electron sets `defaultApp` where it was given a folder to run; both are absent in plain Node. */
function isPackaged(): boolean {
  const { defaultApp, versions } = process as unknown as {
    readonly defaultApp?: boolean;
    readonly versions: { readonly electron?: string };
  };
  return versions.electron !== undefined && defaultApp !== true;
}
