import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import css from './theme-choice.module.css';

const choices: readonly { value: MantineColorScheme; name: string }[] = [{ value: 'auto', name: 'System' }, { value: 'light', name: 'Light' }, { value: 'dark', name: 'Dark' }];

/** Light, dark, or as the system says; kept in this browser. */
export function ThemeChoice() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={css.choice}>
      <legend className="visually-hidden">Colours</legend>
      {choices.map(({ value, name }) => (
        <label key={value} className={css.one}>
          <input type="radio" name="colours" value={value} checked={colorScheme === value} onChange={() => setColorScheme(value)} className="visually-hidden" />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
