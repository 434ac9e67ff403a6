import { Checkbox } from '@mantine/core';
import type { Upload } from '../api/types.ts';
import { type Persons, withPerson } from './persons.ts';
import css from './sources.module.css';

interface PeopleProps {
  readonly upload: Upload;
  readonly persons: Persons;
  readonly onChange: (persons: Persons) => void;
}

/** Who in an object-centric log is a person, as guessed or as its event log has it, to be corrected before anything is kept. */
export function People({ upload, persons, onChange }: PeopleProps) {
  const none = persons.objectTypes.length + persons.attributes.length === 0;
  const list = (of: keyof Persons, legend: string, names: readonly string[]) => names.length === 0 ? null : (
    <fieldset className={css.switches} style={{ marginTop: 20 }}>
      <legend>{legend}</legend>
      {names.map((name) => <Checkbox key={name} label={name} checked={persons[of].includes(name)} onChange={(e) => onChange(withPerson(persons, of, name, e.currentTarget.checked))} />)}
    </fieldset>
  );
  return (
    <section>
      <h2>Who are people?</h2>
      <p className={css.reading}>People are kept only under pseudonyms: the ids of such objects wherever they stand, all that the file says of them, and the values of such attributes. {none ? 'Nothing here is named as people usually are, so every name would be kept as the file has it: tick what is a person.' : 'What is ticked was told by its name: see whether that is right, and complete.'} To change it later, the file has to be brought in again.</p>
      {list('objectTypes', 'Object types whose objects are people', (upload.objectTypes ?? []).map((t) => t.name))}
      {list('attributes', 'Attributes whose values are people', upload.attributes ?? [])}
    </section>
  );
}
