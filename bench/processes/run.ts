// `npm run bench:processes [-- NAME …]`: runs every bench of the processes, or those named, one after another, and prints one table.
import { runFolders } from '../run-folder.ts';

await runFolders([new URL('.', import.meta.url)], process.argv.slice(2));
