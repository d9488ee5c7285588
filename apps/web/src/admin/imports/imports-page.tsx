import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { FileDrop } from '../products/file-drop.tsx'
import { importTone } from './import-tone.ts'
import { uploadCsv } from './upload-csv.ts'

/** Where a file of products is handed in, and the files there were. */
export function ImportsPage() {
  const { m, locale, number, shortTime } = useWords()
  const navigate = useNavigate()
  const query = admin.imports.list.useInfiniteQuery({ limit: 20 }, byPage)
  const upload = useMutation({
    mutationFn: (file: File) => uploadCsv(file, locale),
    onSuccess: (id) => navigate({ to: '/admin/imports/$id', params: { id } }),
  })
  return (
    <Page title={m('imports')} className="console-product" aside={<Link to="/admin/products">{m('products')}</Link>}>
      <FileDrop
        title={m(upload.isPending ? 'sending_file' : 'choose_csv')}
        words={m('choose_csv_words')}
        accept=".csv,text/csv"
        busy={upload.isPending}
        onFiles={([file]) => file && upload.mutate(file)}
      />
      <ProblemNotice error={upload.error} />
      <h2>{m('imports_before')}</h2>
      <Listing query={query} empty={{ title: m('no_imports'), words: m('no_imports_words') }}>
        {(items) => (
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: m('file'),
                render: ({ id, fileName }) => (
                  <Link to="/admin/imports/$id" params={{ id }} className="row-link">
                    {fileName}
                  </Link>
                ),
              },
              {
                head: m('state'),
                render: ({ state }) => <State tone={importTone[state]}>{m(`import_${state}`)}</State>,
                phone: 'end',
              },
              {
                head: m('products'),
                render: ({ products }) => number(products),
                number: true,
                label: m('products'),
              },
              {
                head: m('rows_wrong'),
                render: ({ errorCount }) => number(errorCount),
                number: true,
                phone: 'none',
              },
              { head: m('by_whom'), render: ({ actorName }) => actorName, phone: 'none' },
              {
                head: m('sent_at'),
                render: ({ createdAt }) => shortTime(createdAt),
                phone: 'end',
                className: 'figures',
              },
            ]}
          />
        )}
      </Listing>
    </Page>
  )
}
