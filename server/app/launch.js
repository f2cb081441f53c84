// The one plain JavaScript file: older Node cannot read TypeScript, so the version is looked at before anything else.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import v8 from 'node:v8';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // Compiled code is kept between starts, which take a third less then; a folder that cannot be written does no harm.
  module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/onrecord', import.meta.url)));
  // V8 guesses which objects will live long and makes those where only full collections look: of the edges of a large file, wrongly
  // in every third run, for 160 MB more.
  v8.setFlagsFromString('--no-allocation-site-pretenuring');
  await import('./main.ts');
} else {
  console.error(
    `Onrecord needs Node 22.18 or newer and this is ${process.versions.node}: on Linux and Windows "npm ci" brings its own ` +
      '(start with "npm start"); elsewhere install Node 24 from https://nodejs.org.',
  );
  process.exitCode = 1;
}
