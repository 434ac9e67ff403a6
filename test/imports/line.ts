import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  /** Takes the line away, or gives it back. */
  readonly turn: (up: boolean) => Promise<void>;
}

/** A port of this machine that leads to the server of the tests, which may listen on a socket only. */
export async function lineTo(server: URL): Promise<Line> {
  const folder = server.searchParams.get('host');
  const [port, open] = [Number(server.searchParams.get('port') ?? server.port), new Set<Socket>()];
  const proxy = createServer((near) => {
    const far = folder === null ? connect(port, server.hostname) : connect(`${folder}/.s.PGSQL.${port}`);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => { open.delete(one); other.destroy(); });
      one.pipe(other);
    }
  });
  const listen = (at: number) => new Promise<void>((resolve) => { proxy.listen(at, '127.0.0.1', resolve); });
  await listen(0);
  const { port: own } = proxy.address() as AddressInfo;
  return {
    port: own,
    turn: async (up) => {
      if (up === proxy.listening) return;
      if (up) return listen(own);
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => { proxy.close(resolve); });
    },
  };
}
