import { useWords } from '../words.tsx'
import css from './marks.module.css'

type Props = {
  /** A member of `mail-fault`; null when only the server's words are known. */
  fault: string | null
  /** What the server said, as it came. */
  said: string | null
}

/** Why mail fails: in our words with what to do next, then quietly in those of the server. */
export function MailFault({ fault, said }: Props) {
  const { t, term } = useWords()
  return (
    <span className={css.fault}>
      {fault && term('mail-fault', fault)}
      {said && fault !== 'no-server' && (
        <span className={css.said}>
          {t('parts.server-said')} <q lang="en">{said}</q>
        </span>
      )}
    </span>
  )
}
