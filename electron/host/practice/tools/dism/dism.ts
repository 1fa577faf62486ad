import { disableFeatures, enableFeatures, featuresOf } from '../../features/features.ts';
import { lines, type Tool, type ToolContext, type ToolOutput } from '../tool.ts';

/**
 * `dism /online /english /get-features /format:table`, `/enable-feature` and
 * `/disable-feature`; in English alone, which is what `/english` is for.
 */
export const dism: Tool = (context, args) => {
  const options = args.map((arg) => arg.toLowerCase());
  const names = args.flatMap((arg) => /^\/featurename:(.*)$/iu.exec(arg)?.[1] ?? []);
  if (context.world.rights === 'filtered') return failed(context, 740);
  if (!options.includes('/online')) return failed(context, 87);
  if (options.includes('/get-features')) return getFeatures(context);
  if (names.length === 0) return failed(context, 87);
  if (options.includes('/enable-feature')) {
    const source = options.some((option) => option.startsWith('/source:'));
    return ended(context, enableFeatures(context.world, names, { all: options.includes('/all'), source }));
  }
  if (options.includes('/disable-feature')) return ended(context, disableFeatures(context.world, names));
  return failed(context, 87);
};

function head({ world: { windows } }: ToolContext): string {
  return lines(
    '',
    'Deployment Image Servicing and Management tool',
    `Version: 10.0.${windows.build}.1`,
    '',
    `Image Version: 10.0.${windows.build}.1`,
    '',
  );
}

function getFeatures(context: ToolContext): ToolOutput {
  const { windows } = context.world;
  const known = featuresOf(windows);
  const width = Math.max(...known.map(({ name }) => name.length));
  const dashes = `${'-'.repeat(width)} | ${'-'.repeat(8)}`;
  return {
    exitCode: 0,
    out:
      head(context) +
      lines(
        `Features listing for package : Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.${windows.build}.1`,
        '',
        '',
        dashes,
        `${'Feature Name'.padEnd(width)} | State`,
        dashes,
        ...known.map(({ name }) => `${name.padEnd(width)} | ${windows.features[name] ?? 'Disabled'}`),
        '',
        'The operation completed successfully.',
      ),
  };
}

function ended(context: ToolContext, code: number): ToolOutput {
  const done = [
    '[==========================100.0%==========================]',
    'The operation completed successfully.',
  ];
  if (code === 0) return { exitCode: 0, out: head(context) + lines('Enabling feature(s)', ...done) };
  if (code !== 3010) return failed(context, code);
  return {
    exitCode: 3010,
    out: head(context) + lines('Enabling feature(s)', ...done, 'Restart Windows to complete this operation.'),
  };
}

const messages: Readonly<Record<number, string>> = {
  50: 'To enable this feature, one or more parent features must be enabled first.',
  87: 'An option is missing or not recognized in this context.',
  740: 'Elevated permissions are required to run DISM.',
  0x800f080c: 'A feature name was not recognized.',
  0x800f081f: 'The source files could not be found.',
};

function failed(context: ToolContext, code: number): ToolOutput {
  const number = code > 0xffff ? `0x${code.toString(16)}` : String(code);
  return {
    exitCode: code,
    out:
      head(context) +
      lines(
        `Error: ${number}`,
        '',
        messages[code] ?? '',
        '',
        'The DISM log file can be found at C:\\Windows\\Logs\\DISM\\dism.log',
      ),
  };
}
