/** The layers of the house. Each rule says to the person who trips it what to do instead. */
const rooms = ['model', 'network', 'formats', 'contract', 'views', 'site'];

/** A folder of graph-data imports only from the folders above it. */
const oneDirection = rooms
  .map((room, index) => ({
    name: `graph-data-${room}`,
    severity: 'error',
    comment: `graph-data/${room} stands on ${rooms.slice(0, index).join(', ') || 'nothing'} alone: move what you need up, or pass it in.`,
    from: { path: `^graph-data/${room}/` },
    to: { path: rooms.slice(index + 1).map((below) => `^graph-data/${below}/`) },
  }))
  .filter((rule) => rule.to.path.length > 0);

const clientRooms = ['api', 'state', 'canvas', 'panels', 'app'];
const clientDirection = clientRooms
  .map((room, index) => ({
    name: `client-${room}`,
    severity: 'error',
    comment: `client/${room} imports only from the rooms above it (${clientRooms.slice(0, index).join(', ') || 'none'}): pass the rest in.`,
    from: { path: `^client/${room}/` },
    to: { path: clientRooms.slice(index + 1).map((below) => `^client/${below}/`) },
  }))
  .filter((rule) => rule.to.path.length > 0);

const serverRooms = ['store', 'extract', 'api', 'app'];
const serverDirection = serverRooms
  .map((room, index) => ({
    name: `server-${room}`,
    severity: 'error',
    comment: `server/${room} imports only from the rooms above it: pass the rest in from server/app.`,
    from: { path: `^server/${room}/` },
    to: { path: serverRooms.slice(index + 1).map((below) => `^server/${below}/`) },
  }))
  .filter((rule) => rule.to.path.length > 0);

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that import each other are one file or three: take out what both need.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'graph-data-is-pure',
      severity: 'error',
      comment: 'graph-data runs in the browser as well: no Node modules; pass in what does I/O.',
      from: { path: '^graph-data/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'graph-data-stands-alone',
      severity: 'error',
      comment: 'graph-data knows neither server nor client: both stand on it.',
      from: { path: '^graph-data/' },
      to: { path: '^(server|client|tests)/' },
    },
    {
      name: 'server-not-client',
      severity: 'error',
      comment: 'The server imports nothing of the page: what both need belongs in graph-data.',
      from: { path: '^server/' },
      to: { path: '^(client|tests)/' },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      comment: 'The page imports nothing of the server; what both need belongs in graph-data.',
      from: { path: '^client/' },
      to: { path: '^(server|tests)/' },
    },
    {
      name: 'client-not-node',
      severity: 'error',
      comment: 'The page runs in a browser: no Node modules.',
      from: { path: '^client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'This import leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    ...oneDirection,
    ...clientDirection,
    ...serverDirection,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
