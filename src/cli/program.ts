import { Command } from 'commander';
import { version } from '../version.ts';
import { registerApply } from './apply.ts';
import { registerBrief } from './brief.ts';
import { registerExport } from './export.ts';
import { registerImport } from './import.ts';
import { registerLog } from './log.ts';
import { registerStart } from './start.ts';
import { registerUser } from './user.ts';
import { registerVerify } from './verify.ts';

/** The whole command line: every command with its flags. */
export function program(): Command {
  const root = new Command('hymnsheet')
    .description('One sheet that operations and technology both sing from.')
    .version(version, '--version', 'print the version')
    .showHelpAfterError('(hymnsheet --help lists what can be said)');
  registerStart(root);
  registerApply(root);
  registerExport(root);
  registerImport(root);
  registerBrief(root);
  registerVerify(root);
  registerLog(root);
  registerUser(root);
  return root;
}

/** Every command's help as Markdown, for docs/command-line.md. */
export function commandHelp(): string {
  const sections = (command: Command, path: string): string[] => [
    `## ${path}\n\n\`\`\`text\n${command.createHelp().formatHelp(command, Object.assign(command.createHelp(), { helpWidth: 100 })).trimEnd()}\n\`\`\``,
    ...command.commands.flatMap((c) => sections(c, `${path} ${c.name()}`)),
  ];
  return `# The command line\n\nExit codes: 0 done, 1 the answer is “no”, 2 bad use or bad input, 3 something else broke. Generated from the program.\n\n${sections(program(), 'hymnsheet').join('\n\n')}\n`;
}
