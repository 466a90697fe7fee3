/*
 * PouchDB Server, for a process of its own: `node serve.cjs PORT FOLDER`. It keeps everything in
 * memory, and ends when the process that forked it does.
 */
const { join } = require('node:path');

const [, , port, folder] = process.argv;
process.on('disconnect', () => process.exit());
process.chdir(folder);
process.argv = [
  ...process.argv.slice(0, 2),
  '--in-memory',
  '--no-stdout-logs',
  ...['--port', port],
  ...['--config', join(folder, 'config.json')],
];
require('pouchdb-server');
