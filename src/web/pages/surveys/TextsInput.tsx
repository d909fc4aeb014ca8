import { Textarea, type TextareaProps } from '@mantine/core'
import { type Texts, textIn } from '../../../shared/questions/question.ts'
import type { Locale } from '../../../shared/words/locale.ts'
import { withText } from './draft.ts'

type Props = Omit<TextareaProps, 'value' | 'onChange' | 'onInput'> & {
  texts: Texts
  locale: Locale
  change: (texts: Texts) => void
}

/** A text in the language that is being written; another language's shows through while it is empty. */
export function TextsInput({ texts, locale, change, placeholder, ...rest }: Props) {
  return (
    <Textarea
      autosize
      minRows={1}
      maxRows={8}
      {...rest}
      placeholder={textIn(texts, locale) || placeholder || ''}
      value={texts[locale] ?? ''}
      onChange={(event) => change(withText(texts, locale, event.currentTarget.value))}
    />
  )
}
