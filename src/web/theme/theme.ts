import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = ['#e3f0f1', '#cfe4e6', '#a5ccd1', '#6cc0cc', '#4c9ba7', '#2f7e8b', '#1a6b79', '#0b5d6b', '#094b57', '#073b45'];
const vermilion: MantineColorsTuple = ['#fbeae6', '#f6d5cd', '#f0b3a6', '#f08a76', '#dc6a54', '#c94e38', '#bd3f2a', '#b3331f', '#962a19', '#7a2113'];

const accent = { '--button-bg': 'var(--hs-accent)', '--button-hover': 'var(--hs-accent-hover)', '--button-color': 'var(--hs-paper)', '--button-bd': '1px solid var(--hs-accent)' };

/** The sheet's look on Mantine's pieces: paper, ink, one accent, quiet controls. */
export const theme = createTheme({
  fontFamily: 'var(--hs-sans)',
  headings: { fontFamily: 'var(--hs-serif)', fontWeight: '500' },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  colors: { petrol, red: vermilion },
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  components: {
    Button: {
      defaultProps: { variant: 'default', size: 'sm', fw: 550 },
      vars: (_theme: unknown, props: { variant?: string; color?: string }) => ({ root: props.variant === 'filled' ? accent : {} }),
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } } },
    Tooltip: { defaultProps: { multiline: true, w: 280, openDelay: 120, events: { hover: true, focus: true, touch: false } } },
    Drawer: { defaultProps: { position: 'right', size: 'min(620px, 100vw)', overlayProps: { backgroundOpacity: 0.25 } } },
  },
});

/** Mantine's own names for the sheet's colours, so that its pieces and ours never differ. */
export const variables: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--hs-paper)',
    '--mantine-color-text': 'var(--hs-ink)',
    '--mantine-color-bright': 'var(--hs-ink)',
    '--mantine-color-dimmed': 'var(--hs-ink-3)',
    '--mantine-color-placeholder': 'var(--hs-ink-3)',
    '--mantine-color-anchor': 'var(--hs-accent)',
    '--mantine-color-default': 'var(--hs-card)',
    '--mantine-color-default-hover': 'var(--hs-accent-soft)',
    '--mantine-color-default-color': 'var(--hs-ink)',
    '--mantine-color-default-border': 'var(--hs-line-2)',
    '--mantine-color-error': 'var(--hs-stop)',
    '--mantine-primary-color-filled': 'var(--hs-accent)',
    '--mantine-primary-color-filled-hover': 'var(--hs-accent-hover)',
    '--mantine-color-petrol-filled': 'var(--hs-accent)',
    '--mantine-primary-color-contrast': 'var(--hs-paper)',
  };
  return { variables: {}, light: ours, dark: ours };
};
