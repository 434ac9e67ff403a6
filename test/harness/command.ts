import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { vi } from 'vitest';
import { runProgram } from '../../src/cli/run.ts';

export interface Heard {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as main.ts does, in this process: its exit code and what it wrote; `input` is what is piped in. */
export async function heard(program: Command, args: readonly string[], input?: string): Promise<Heard> {
  let [out, err] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => { out += String(chunk); return true; }),
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => { err += String(chunk); return true; }),
    ...(input === undefined ? [] : [vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(input)]) as never)]),
  ];
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    const code = await runProgram(program, args, { out: (t) => { out += t; }, err: (t) => { err += t; } });
    return { code, out, err };
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
}
