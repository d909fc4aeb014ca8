import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { endsOf, scaleOf } from '../../../shared/questions/kinds.ts'
import { isScore, textIn } from '../../../shared/questions/question.ts'
import { pointsOf } from '../../../shared/questions/scale.ts'
import { useWords } from '../../words.tsx'
import css from './surveys.module.css'
import type { Survey } from './surveys.ts'

/** The first scale as a row of links, each with its score chosen: to be put into a mail as it stands. */
export function OneTap({ survey, about }: { survey: Survey; about: string }) {
  const { t } = useWords()
  const row = useRef<HTMLDivElement>(null)
  const [isCopied, setCopied] = useState(false)
  const scale = survey.published?.questions.find(isScore)
  const range = scale && scaleOf(scale)
  if (!scale || !range) return null
  const locale = survey.published?.locales[0] ?? 'zh-CN'
  const { low, high } = endsOf(scale)
  const copy = () => {
    if (row.current !== null) setCopied(copyAsShown(row.current))
  }
  return (
    <div>
      <h2 className={css.label}>{t('survey.one-tap')}</h2>
      <p className={css.about}>{t('survey.one-tap-about')}</p>
      <div ref={row} className={css.tap} lang={locale}>
        <p style={MAIL.ask}>{textIn(scale.label, locale)}</p>
        <p style={MAIL.row}>
          {pointsOf(range.min, range.max).map((point) => (
            <span key={point}>
              <a
                href={`${survey.url}?${about && `${about}&`}score=${point}`}
                style={MAIL.point}
                target="_blank"
                rel="noopener"
              >
                {point}
              </a>{' '}
            </span>
          ))}
        </p>
        <p style={MAIL.ends}>
          {range.min} {textIn(low, locale)} · {range.max} {textIn(high, locale)}
        </p>
      </div>
      <Button variant="default" onClick={copy} aria-live="polite">
        {isCopied ? t('survey.copied') : t('survey.copy-row')}
      </Button>
    </div>
  )
}

/** Written into the elements themselves: a mail keeps no style sheet. Readable on white and, by its own ground, in the dark. */
const MAIL = {
  ask: { margin: '0 0 8px', fontSize: '16px', fontWeight: 600 },
  row: { margin: '0 0 4px', lineHeight: '44px' },
  point: {
    display: 'inline-block',
    minWidth: '36px',
    lineHeight: '36px',
    border: '1px solid #7d8286',
    borderRadius: '6px',
    background: '#ffffff',
    color: '#1f2328',
    fontSize: '16px',
    textAlign: 'center',
    textDecoration: 'none',
  },
  ends: { margin: 0, fontSize: '13px' },
} as const

/** Copies with the look. By selection, for the newer way is closed to pages without TLS, as inside a company. */
function copyAsShown(element: HTMLElement): boolean {
  const selection = getSelection()
  if (selection === null) return false
  const range = document.createRange()
  range.selectNodeContents(element)
  selection.removeAllRanges()
  selection.addRange(range)
  const isCopied = document.execCommand('copy')
  selection.removeAllRanges()
  return isCopied
}
