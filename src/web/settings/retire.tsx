import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { answer, api } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import { ConfirmButton } from '../ui/confirm-button.tsx';
import { ErrorState } from '../ui/states.tsx';
import css from './settings.module.css';

type Path = '/people' | '/posts' | '/processes';
type Changed = Readonly<Record<Path, () => Promise<unknown>>>;

/** Ends a record now; what still needs it is named. */
export function Retire({ path, record, name, says }: { readonly path: Path; readonly record: { readonly id: string; readonly version: string }; readonly name: string; readonly says: string }) {
  const client = useQueryClient();
  const params = { params: { path: { id: record.id } }, body: { expected: record.version } };
  const of: Changed = { '/people': async () => answer(api.POST('/people/{id}/retire', params)), '/posts': async () => answer(api.POST('/posts/{id}/retire', params)), '/processes': async () => answer(api.POST('/processes/{id}/retire', params)) };
  const retire = useMutation({ mutationFn: of[path], onSuccess: async () => client.invalidateQueries() });
  return (
    <>
      <p className={css.aside}>{says}</p>
      <p><ConfirmButton verb="Retire" sure={`Retire ${name} now`} of={name} busy={retire.isPending} act={() => retire.mutate()} /></p>
      {retire.error === null ? null : <Refusal error={retire.error} />}
    </>
  );
}

/** A record that is still needed says by what, in place of a code. */
function Refusal({ error }: { readonly error: unknown }) {
  const { code, detail, value, wanted } = asProblem(error);
  if (code !== 'bad-input') return <ErrorState error={error} />;
  return <div className={css.stop} role="alert"><p>{detail}{value === undefined ? '' : ` by ${value}`}. Wanted: {wanted}.</p></div>;
}

/** Takes a retirement back. */
export function Reinstate({ path, id, name }: { readonly path: Path; readonly id: string; readonly name: string }) {
  const client = useQueryClient();
  const params = { params: { path: { id } } };
  const of: Changed = { '/people': async () => answer(api.POST('/people/{id}/reinstate', params)), '/posts': async () => answer(api.POST('/posts/{id}/reinstate', params)), '/processes': async () => answer(api.POST('/processes/{id}/reinstate', params)) };
  const reinstate = useMutation({ mutationFn: of[path], onSuccess: async () => client.invalidateQueries() });
  return (
    <>
      <p><Button size="compact-sm" loading={reinstate.isPending} onClick={() => reinstate.mutate()}>Take {name} back</Button></p>
      {reinstate.error === null ? null : <ErrorState error={reinstate.error} />}
    </>
  );
}
