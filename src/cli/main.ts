#!/usr/bin/env node
import { giveBackMemory } from './memory.ts';

if (process.argv[2] === 'start') giveBackMemory(process.env);
const [{ program }, { runProgram }] = await Promise.all([import('./program.ts'), import('./run.ts')]);

const write = (stream: NodeJS.WriteStream) => (text: string) => { stream.write(text); };
// `hymnsheet … | head` closes our output early; that is the reader's choice, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); });
const code = await runProgram(program(), process.argv.slice(2), { out: write(process.stdout), err: write(process.stderr) });
// Handles that a library keeps open must not keep a finished command alive, but what was written must be out first.
await new Promise<void>((done) => { process.stdout.write('', () => done()); });
process.exit(code);
