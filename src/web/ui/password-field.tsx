import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';

type PasswordFieldProps = Omit<PasswordInputProps, 'id' | 'aria-invalid' | 'aria-describedby' | 'visibilityToggleButtonProps'>;

/** A password, with what is wrong with it tied to the field for those who hear the page, and a way to see what was typed. */
export function PasswordField({ error, description, ...rest }: PasswordFieldProps) {
  const id = useId();
  const said = [...(error === undefined || error === null ? [] : [`${id}-error`]), ...(description === undefined ? [] : [`${id}-description`])].join(' ');
  return <PasswordInput id={id} error={error} description={description} aria-invalid={said.includes('-error') ? true : undefined} aria-describedby={said === '' ? undefined : said} visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }} {...rest} />;
}
