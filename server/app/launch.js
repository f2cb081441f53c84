// The one plain JavaScript file: older Node cannot read TypeScript, so the version is looked at before anything else.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import('./main.ts');
} else {
  console.error(
    `Onrecord needs Node 22.18 or newer and this is ${process.versions.node}: on Linux and Windows "npm ci" brings its own ` +
      '(start with "npm start"); elsewhere install Node 24 from https://nodejs.org.',
  );
  process.exitCode = 1;
}
