// `npm run bench [-- NAME …]`: runs every bench beside this file and below it, or those named, one after another, and prints one table.
import { runFolders } from './run-folder.ts';

await runFolders([new URL('.', import.meta.url), new URL('processes/', import.meta.url)], process.argv.slice(2));
