import { CommanderError, type Command } from 'commander';
import { Problem, sentence } from '../platform/errors/index.ts';

/** Where a command writes; stdout carries the answer, stderr everything else. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Parses `argv` and runs the command it names; resolves with the exit code of CLI.md: 0 done, 1 the answer is no, 2 bad use or bad
 * input, 3 something else broke.
 */
export async function runProgram(program: Command, argv: readonly string[], streams: Streams): Promise<number> {
  for (const c of everyCommand(program)) c.exitOverride().configureOutput({ writeOut: streams.out, writeErr: streams.err });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return explain(error, streams);
  }
}

function explain(error: unknown, { err }: Streams): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Problem) {
    const all = error.errors.length > 0 ? error.errors.map(sentence) : [error.message];
    err(all.map((line) => `hymnsheet: ${line}\n`).join(''));
    return error.exit;
  }
  // A reader of our output that went away (`| head`) is no failure of ours.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  err(`hymnsheet: something broke: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['HYMNSHEET_DEBUG'] !== undefined && error instanceof Error) err(`${error.stack ?? ''}\n`);
  return 3;
}

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
