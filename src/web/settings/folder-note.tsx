import css from './settings.module.css';

interface Recorded {
  readonly history: readonly { readonly source: object }[];
}

/** What a change here means for a record that came from the company folder; nothing where it never did. */
export function FolderNote({ record, file }: { readonly record: Recorded; readonly file: string }) {
  const from = record.history.map((v) => 'file' in v.source);
  if (!from.includes(true)) return null;
  return (
    <p className={css.aside}>
      {from[0] === true ? `This came from ${file} of the company folder. Changed here, the folder will show a difference` : `This was changed here since ${file} was last applied. The folder shows a difference`}: the next apply asks which to keep, and <code>hymnsheet export</code> writes yours back.
    </p>
  );
}
