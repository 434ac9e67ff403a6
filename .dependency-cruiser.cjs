// The order of DESIGN §1: a folder may import only those above it, through their index.ts. app.ts, cli and web close the list.
const order = ['maths', 'language', 'platform', 'organisation', 'evidence', 'processes', 'basics', 'impact', 'business-case', 'future', 'horizons', 'briefing'];
const upward = order.map((folder, i) => ({
  name: `${folder}-imports-only-above`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${[...order.slice(i + 1), 'cli', 'web', 'app', 'app\\.ts', 'server\\.ts'].join('|')})` },
}));
module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycles', comment: 'of what is loaded: a type may look back', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'through-the-front-door',
      comment: 'another practice is entered through its index.ts, or the index.ts of one of its capabilities',
      severity: 'error',
      from: { path: `^src/(${order.join('|')})/` },
      to: { path: `^src/(${order.join('|')})/.+`, pathNot: ['^src/$1/', '/index\\.ts$'] },
    },
    { name: 'web-is-a-client', severity: 'error', from: { path: '^src/web/' }, to: { path: '^src/', pathNot: ['^src/web/', '^src/platform/api-client/', '^src/language/', '^src/maths/'] } },
    {
      name: 'pure-stays-pure',
      comment: 'maths, language and model files have no I/O',
      severity: 'error',
      from: { path: '(^src/(maths|language)/|/model[^/]*\\.ts$)', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, exclude: { path: '\\.gen\\.ts$' } },
};
