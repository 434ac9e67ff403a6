import type { Ctx } from '../../platform/write/index.ts';
import { filterOf, filterSql, type QuestionParts, queryOf } from '../event-logs/index.ts';
import { filterOfView, type SavedView } from './kind.ts';

/**
 * Looks at a view before it is put on record: its filters must be such as can be asked, so that none names a person.
 * @throws Problem `too-few-people`, `bad-input`
 */
export function viewCheck({ engine, currentVersion }: QuestionParts) {
  return async (ctx: Ctx, body: unknown): Promise<void> => {
    const view = body as SavedView;
    const version = await currentVersion(ctx, view.eventLog);
    if (version === undefined) return;
    const c = await engine.connect({ by: ctx.actor.id });
    try {
      await filterSql(c, version, await filterOf(c, version, queryOf(filterOfView(view))));
    } finally {
      c.close();
    }
  };
}
