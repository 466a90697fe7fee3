import { basename } from 'node:path';
import { build } from 'vite';

/** One module and all it imports as one script, to be put into a page of a test. */
export async function bundle(entry: string): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'esnext',
      modulePreload: false,
      rolldownOptions: { input: entry, output: { entryFileNames: 'script.js' } },
    },
  });
  for (const { output } of [outputs].flat() as { output: { code?: string }[] }[]) {
    for (const { code } of output) if (code !== undefined) return code;
  }
  throw new Error(`Nothing came of ${basename(entry)}`);
}
