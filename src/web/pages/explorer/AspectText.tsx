import { useCategories } from '../../parts/categories.ts'
import { useWords } from '../../words.tsx'
import { type Aspect, piecesOf } from './aspect-spans.ts'
import css from './explorer.module.css'
import { Marked } from './Marked.tsx'

type Read = { text: string; understanding: { language?: string | null | undefined; aspects: readonly Aspect[] } }

/** The words of a voice with its opinions underlined: the kind of line and a label say which way each goes. */
export function AspectText({ voice, words }: { voice: Read; words: readonly string[] }) {
  const { t } = useWords()
  const { text, understanding } = voice
  if (text === '') return <p className={css.quiet}>{t('explorer.only-scores')}</p>
  const pieces = piecesOf(text, understanding.aspects)
  return (
    <div>
      <p className={css.text} lang={understanding.language ?? undefined}>
        {pieces.map((piece) => (
          <span key={piece.start}>
            <span data-polarity={piece.aspect?.polarity} className={css.piece}>
              <Marked text={piece.text} words={words} />
            </span>
            {piece.ending.map((aspect) => (
              <Label key={`${aspect.category} ${aspect.start}`} aspect={aspect} />
            ))}
          </span>
        ))}
      </p>
      {understanding.aspects.length > 0 && <p className={css.legend}>{t('explorer.aspects-legend')}</p>}
    </div>
  )
}

function Label({ aspect }: { aspect: Aspect }) {
  const { t, term } = useWords()
  const { nameOf } = useCategories()
  const category = nameOf(aspect.category)
  if (category === '') return null
  return (
    <span className={css.aspect}>
      {t('explorer.aspect', { category, polarity: term('sentiment', aspect.polarity) })}
    </span>
  )
}
