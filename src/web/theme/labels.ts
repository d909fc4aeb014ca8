import type { MantineThemeOverride } from '@mantine/core'
import type { Speak } from '../../shared/words/say.ts'

/** Half the limit of look.md (150 ms): opening is felt, not watched. */
const quick = { duration: 100 }

/**
 * Mantine brings no language of its own; every word that it would say or leave out is set here, once.
 * Also the sizes and motion that all pages share.
 */
export function labelled(t: Speak): NonNullable<MantineThemeOverride['components']> {
  const close = { 'aria-label': t('parts.close') }
  const clear = { 'aria-label': t('parts.clear') }
  const nothingFoundMessage = t('parts.nothing-found')
  const picker = {
    clearButtonProps: clear,
    nothingFoundMessage,
    comboboxProps: { shadow: 'md', transitionProps: quick },
  }
  const props = (defaultProps: Record<string, unknown>) => ({ defaultProps })
  return {
    Alert: props({ closeButtonLabel: t('parts.close') }),
    Autocomplete: props(picker),
    Burger: props({ 'aria-label': t('parts.menu') }),
    Button: props({ size: 'sm' }),
    CloseButton: props(close),
    ColorInput: props({ eyeDropperButtonProps: { 'aria-label': t('parts.pick-colour') } }),
    Dialog: props({ transitionProps: quick }),
    Drawer: props({ closeButtonProps: close, transitionProps: quick, overlayProps: { backgroundOpacity: 0.3 } }),
    FileInput: props({ clearButtonProps: clear }),
    Checkbox: props({ iconColor: 'var(--hx-on-filled)' }),
    InputWrapper: {
      // Most fields are required, so the few that are not say so in words instead.
      defaultProps: { withAsterisk: false },
      styles: {
        label: { marginBottom: 4 },
        description: { marginBottom: 6, lineHeight: 1.5 },
        error: { lineHeight: 1.5 },
      },
    },
    Loader: props({ size: 'sm', 'aria-label': t('parts.loading') }),
    // Beside its button, so that it is read in the landmark where it is opened.
    Menu: props({ shadow: 'md', transitionProps: quick, withInitialFocusPlaceholder: false, withinPortal: false }),
    Modal: props({
      closeButtonProps: close,
      transitionProps: quick,
      overlayProps: { backgroundOpacity: 0.3 },
      centered: true,
    }),
    MultiSelect: props(picker),
    Notification: props({ closeButtonProps: close }),
    // Its steppers are 24 × 17 px: typing and the arrow keys do the same.
    NumberInput: props({ thousandSeparator: ',', hideControls: true }),
    Pagination: props({
      getItemProps: (page: number) => ({ 'aria-label': t('parts.page', { n: page }) }),
      getControlProps: (control: 'first' | 'previous' | 'last' | 'next') => ({
        'aria-label': {
          first: t('parts.page-first'),
          previous: t('parts.page-previous'),
          last: t('parts.page-last'),
          next: t('parts.page-next'),
        }[control],
      }),
    }),
    PasswordInput: props({ visibilityToggleButtonProps: { 'aria-label': t('parts.show-password') } }),
    Pill: props({ removeButtonProps: { 'aria-label': t('parts.remove'), tabIndex: 0, 'aria-hidden': false } }),
    Radio: props({ iconColor: 'var(--hx-on-filled)' }),
    Popover: props({ shadow: 'md', transitionProps: quick }),
    Select: props(picker),
    Spoiler: props({ showLabel: t('parts.more'), hideLabel: t('parts.less') }),
    Table: props({ verticalSpacing: 6, horizontalSpacing: 12 }),
    TagsInput: props({ clearButtonProps: clear, comboboxProps: { shadow: 'md', transitionProps: quick } }),
    Tooltip: props({ transitionProps: quick, openDelay: 300, withArrow: false }),
  }
}
