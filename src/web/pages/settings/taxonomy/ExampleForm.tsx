import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { LONGEST_EXAMPLE, MOST_EXAMPLES_KEPT } from '../../../../shared/contracts/example-limits.ts'
import { BelongsChoice } from '../../../parts/BelongsChoice.tsx'
import { FormProblem, RestOfProblem } from '../../../parts/fields.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { type Added, useAddExamples } from './examples.ts'
import css from './learn.module.css'
import { firstTooLong, linesOf } from './lines.ts'

/** What customers said, one per line: examples, or what seems to belong and does not. */
export function ExampleForm({ id }: { id: string }) {
  const { t } = useWords()
  const { say } = useSaying()
  const [pasted, setPasted] = useState('')
  const [belongs, setBelongs] = useState(true)
  const add = useAddExamples(id)
  const lines = linesOf(pasted)
  const tooLong = firstTooLong(lines, LONGEST_EXAMPLE)
  const told = ({ added, changed, already }: Added) =>
    [
      added > 0 && t('examples.added', { n: added }),
      changed > 0 && t('examples.turned', { n: changed }),
      already > 0 && t('examples.already', { n: already }),
    ]
      .filter((part) => part !== false)
      .join('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate(
      { belongs, texts: lines },
      {
        onSuccess(done) {
          setPasted('')
          say(told(done))
        },
      },
    )
  }
  return (
    <section className={css.part} aria-labelledby="add-examples">
      <h2 id="add-examples">{t('examples.add-title')}</h2>
      <FormProblem problem={add.error}>
        <form onSubmit={submit} className={css.form}>
          <Textarea
            label={t('examples.lines')}
            description={t('examples.lines-about', { most: MOST_EXAMPLES_KEPT })}
            error={tooLong !== null && t('examples.too-long', { line: tooLong, most: LONGEST_EXAMPLE })}
            autosize
            minRows={4}
            maxRows={14}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <RestOfProblem />
          <div className={css.acts}>
            <BelongsChoice label={t('examples.kind')} belongs={belongs} onChange={setBelongs} />
            <Button
              type="submit"
              variant="default"
              loading={add.isPending}
              disabled={lines.length === 0 || lines.length > MOST_EXAMPLES_KEPT || tooLong !== null}
            >
              {lines.length === 0 ? t('taxonomy.save') : t('examples.add', { n: lines.length })}
            </Button>
          </div>
        </form>
      </FormProblem>
    </section>
  )
}
