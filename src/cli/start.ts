import { once } from 'node:events';
import { Option, type Command } from 'commander';
import { pino } from 'pino';
import { problem } from '../platform/errors/index.ts';
import { openServer } from '../server.ts';

interface StartOptions {
  readonly data?: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly trustProxy?: string;
  readonly insecure?: boolean;
  readonly example?: boolean;
  readonly logLevel: string;
}

/** `hymnsheet start`: serves a workspace until it is told to stop. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('serve a workspace, with its own PostgreSQL unless DATABASE_URL names one')
    .option('--data <folder>', 'the workspace’s data folder (default: ./hymnsheet-data, as root /var/lib/hymnsheet/default)')
    .addOption(new Option('--port <number>', 'the port to listen on').default(4680).argParser(portOf))
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--public-url <url>', 'the https address of the proxy in front')
    .option('--trust-proxy <cidr>', 'whose X-Forwarded-* headers are believed')
    .option('--insecure', 'allow an address that others can reach without https')
    .option('--example', 'load the example company into an empty workspace')
    .addOption(new Option('--log-level <level>', 'what to write to stderr').choices(['error', 'warn', 'info', 'debug']).default('warn'))
    .action(async (options: StartOptions) => {
      const stop = stopSignal();
      const log = pino({ level: options.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] }, pino.destination({ dest: 2, sync: true }));
      const server = await openServer({ ...options, dataDir: options.data, databaseUrl: process.env['DATABASE_URL'], secret: process.env['HYMNSHEET_SECRET'], log });
      try {
        if (options.example === true) await (await import('./example.ts')).loadExample(server, say);
        await announce(server, options);
        await Promise.race([stop, lost(server.lost)]);
      } finally {
        say('Stopping …');
        await server.close();
      }
    });
}

async function announce({ url, app }: Awaited<ReturnType<typeof openServer>>, { publicUrl }: StartOptions): Promise<void> {
  process.stdout.write(`Hymnsheet is at ${publicUrl ?? url}\n`);
  if (await app.auth.needsSetUp()) {
    const link = await app.auth.createSetupLink();
    process.stdout.write(`\nNobody can sign in yet. This link makes the first administrator; it works once, for 24 hours:\n  ${link.url}\n\n`);
  }
  process.stdout.write('Ctrl-C stops it.\n');
}

/** The first signal asks to stop; a second one ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(3);
        asked = true;
        resolve();
      });
    }
  });
}

async function lost(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason as Error;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw problem('bad-input', { detail: 'The port is not one', value: text, wanted: 'a whole number from 0 to 65535' });
  return port;
}
