import type { PersonalRecords } from '../../platform/personal/index.ts';
import { lockForChange } from '../../platform/register/index.ts';
import { postKind } from '../posts/kind.ts';
import { personKind, type Person } from './kind.ts';
import { replaceId } from './model.ts';
import { beginErasing, endErasing, lastKnown, renamePerson, rewrite, versionsNaming, versionsOf } from './store.ts';

/**
 * What erasing a person asks of the registers: their name and address go from every version of their record, and their id, which is often
 * made of the name, from there and from every post that they held. Free text that names them is not found.
 */
export const registeredPersons: PersonalRecords = {
  find: ({ tx }, person) => lastKnown(tx, person),
  replaceName: async ({ tx }, person, replacement) => {
    for (const kind of [personKind, postKind]) await lockForChange(tx, kind.name);
    await beginErasing(tx);
    const own = await versionsOf(tx, person);
    const naming = await versionsNaming(tx, person);
    for (const { versionId } of own) await rewrite(tx, { versionId, body: { name: replacement } satisfies Person });
    for (const { versionId, body } of naming) await rewrite(tx, { versionId, body: replaceId(body, person, replacement) });
    await renamePerson(tx, person, replacement);
    await endErasing(tx);
    return own.length + naming.length;
  },
};
