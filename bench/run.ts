// `npm run bench [-- NAME …]`: runs every bench beside this file, or those named, one after another, and prints one table.
import { runFolder } from './run-folder.ts';

await runFolder(new URL('.', import.meta.url), process.argv.slice(2));
