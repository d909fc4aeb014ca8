import { Button, Checkbox, Skeleton } from '@mantine/core'
import { type CSSProperties, type ReactNode, useId, useRef, useState } from 'react'
import { useKeys } from '../keys.ts'
import { useWords } from '../words.tsx'
import type { CursorList } from './cursor-list.ts'
import css from './data-list.module.css'
import { ErrorState } from './ErrorState.tsx'
import { useSelection } from './selection.ts'

type Props<T> = {
  /** What the list holds, for those who listen: "工单". */
  label: string
  list: CursorList<T>
  idOf: (item: T) => string
  /** The cells of a row, one element per column. `data-desk` on a cell hides it on phones. No links or buttons inside. */
  row: (item: T) => ReactNode
  /** CSS grid template of the columns, and of the ones left on phones. */
  columns: string
  phoneColumns?: string
  /** Column names, as many as columns. */
  head?: readonly ReactNode[]
  /** Opens a row: click, Enter. */
  open: (item: T) => void
  /** The id of the open row. While one is open, j and k open the next. */
  current?: string | null
  /** Shown when there is nothing. */
  empty: ReactNode
  /** Rows of two lines (56 px) instead of 38 px. */
  tall?: boolean
  /** Makes rows selectable: the acts for what is selected, and how to let go of it. */
  bulk?: (ids: readonly string[], clear: () => void) => ReactNode
}

const WAITING_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** A dense list that can be walked with j and k, opened with Enter and selected with x. */
export function DataList<T>(props: Props<T>) {
  const { list, idOf, current = null, open, bulk } = props
  const { t } = useWords()
  const rows = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState(0)
  const ids = list.items.map(idOf)
  const selection = useSelection(ids)
  const at = Math.min(active, Math.max(0, ids.length - 1))

  const move = (step: number) => {
    // The first press finds the row that would be reached by Tab, the next ones move on.
    const begun = current !== null || rows.current?.contains(document.activeElement)
    const to = begun ? Math.max(0, Math.min(ids.length - 1, at + step)) : at
    setActive(to)
    rows.current?.querySelectorAll<HTMLElement>('[data-row]')[to]?.focus()
    const item = list.items[to]
    if (current !== null && item !== undefined) open(item)
    if (to >= ids.length - 3 && list.more && !list.loadingMore) list.loadMore()
  }
  const toggle = () => {
    const id = ids[at]
    if (id) selection.toggle(id)
  }
  useKeys({ j: () => move(1), k: () => move(-1) }, 'keys.move', ids.length > 0)
  useKeys({ x: toggle }, 'keys.select', bulk !== undefined && ids.length > 0)

  if (list.state === 'failed') return <ErrorState problem={list.problem} retry={list.retry} />
  if (list.state === 'waiting') return <Waiting tall={props.tall ?? false} />
  if (ids.length === 0) return <>{props.empty}</>

  const template = {
    '--columns': props.columns,
    '--phone-columns': props.phoneColumns ?? 'minmax(0, 1fr) auto',
  } as CSSProperties
  return (
    <div
      className={css.list}
      style={template}
      data-tall={props.tall || undefined}
      data-selects={bulk ? true : undefined}
    >
      <Head {...props} selection={selection} />
      <ul ref={rows} className={css.rows} aria-label={props.label}>
        {list.items.map((item, index) => {
          const id = idOf(item)
          return (
            <Row
              key={id}
              cells={props.row(item)}
              focusable={index === at}
              isOpen={id === current}
              selected={bulk ? selection.has(id) : null}
              toggle={() => selection.toggle(id)}
              open={() => {
                setActive(index)
                open(item)
              }}
            />
          )
        })}
      </ul>
      {list.more && (
        <div className={css.more}>
          <Button variant="subtle" loading={list.loadingMore} onClick={list.loadMore}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

type Selection = ReturnType<typeof useSelection>

function Head<T>({ head, bulk, selection }: Props<T> & { selection: Selection }) {
  const { t } = useWords()
  if (!head && !bulk) return null
  const { chosen } = selection
  return (
    <div className={css.head} data-bulk={chosen.length > 0 || undefined}>
      {bulk && (
        <Checkbox
          size="xs"
          aria-label={t('list.choose-all')}
          checked={selection.all}
          indeterminate={chosen.length > 0 && !selection.all}
          onChange={selection.toggleAll}
        />
      )}
      {chosen.length > 0 && bulk ? (
        <div className={css.bulk}>
          <span role="status">{t('list.chosen', { n: chosen.length })}</span>
          {bulk(chosen, selection.clear)}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
            {t('list.let-go')}
          </Button>
        </div>
      ) : (
        <>
          <div className={css.names}>{head}</div>
          <span className={css.all}>{t('list.choose-all')}</span>
        </>
      )}
    </div>
  )
}

type RowProps = {
  cells: ReactNode
  focusable: boolean
  isOpen: boolean
  /** Null where rows cannot be selected. */
  selected: boolean | null
  toggle: () => void
  open: () => void
}

function Row({ cells, focusable, isOpen, selected, toggle, open }: RowProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <li className={css.row} data-open={isOpen || undefined} data-selected={selected || undefined}>
      {selected !== null && (
        <Checkbox
          size="xs"
          aria-label={t('list.choose')}
          aria-describedby={id}
          checked={selected}
          onChange={toggle}
          tabIndex={-1}
        />
      )}
      <button
        type="button"
        id={id}
        data-row
        className={css.cells}
        tabIndex={focusable ? 0 : -1}
        aria-current={isOpen || undefined}
        onClick={open}
      >
        {cells}
      </button>
    </li>
  )
}

function Waiting({ tall }: { tall: boolean }) {
  const { t } = useWords()
  return (
    <div className={css.list} data-tall={tall || undefined} aria-busy="true">
      <span className="hx-heard" role="status">
        {t('parts.loading')}
      </span>
      {WAITING_ROWS.map((row) => (
        <div key={row} className={css.waiting}>
          <Skeleton height={12} width="38%" />
          <Skeleton height={12} width="22%" />
          <Skeleton height={12} width="12%" />
        </div>
      ))}
    </div>
  )
}
