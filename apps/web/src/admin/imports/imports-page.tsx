import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { Listing } from '../listing.tsx'
import { FileDrop } from '../products/file-drop.tsx'
import { importTone } from './import-tone.ts'
import { uploadCsv } from './upload-csv.ts'

/** Where a file of products is handed in, and the files there were. */
export function ImportsPage() {
  const { m, locale, number, shortTime } = useWords()
  const navigate = useNavigate()
  const query = admin.imports.list.useInfiniteQuery({ limit: 20 }, { getNextPageParam: (page) => page.nextCursor })
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
          <table className="table product-rows">
            <thead>
              <tr>
                <th>{m('file')}</th>
                <th>{m('state')}</th>
                <th className="is-number">{m('products')}</th>
                <th className="is-number is-aside">{m('rows_wrong')}</th>
                <th className="is-aside">{m('by_whom')}</th>
                <th className="is-aside">{m('sent_at')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link to="/admin/imports/$id" params={{ id: one.id }} className="row-link">
                      {one.fileName}
                    </Link>
                  </td>
                  <td>
                    <State tone={importTone[one.state]}>{m(`import_${one.state}`)}</State>
                  </td>
                  <td className="is-number">{number(one.products)}</td>
                  <td className="is-number is-aside">{number(one.errorCount)}</td>
                  <td className="is-aside">{one.actorName}</td>
                  <td className="is-aside">{shortTime(one.createdAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Listing>
    </Page>
  )
}
