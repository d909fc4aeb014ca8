import { Checkbox } from '@mantine/core'
import { useKeys } from '../../keys.ts'
import { useWords } from '../../words.tsx'
import css from './review.module.css'

type Props = { copies: number; along: boolean; change: (along: boolean) => void }

/** Whether voices that say nearly the same are judged with this one. */
export function Along({ copies, along, change }: Props) {
  const { t } = useWords()
  useKeys({ c: () => change(!along) }, 'review.keys-along')
  return (
    <Checkbox
      aria-keyshortcuts="c"
      label={
        <>
          {t('review.along', { n: copies })} <kbd className={css.key}>C</kbd>
        </>
      }
      description={t('review.along-about')}
      checked={along}
      onChange={(event) => change(event.currentTarget.checked)}
    />
  )
}
