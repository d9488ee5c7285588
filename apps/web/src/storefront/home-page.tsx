import { getRouteApi, Link } from '@tanstack/react-router'
import { shop } from '../rpc.ts'
import { Picture } from '../ui/picture.tsx'
import { useWords } from '../words.tsx'
import { Found } from './found.tsx'
import { ProductGrid } from './catalog/product-grid.tsx'

const layout = getRouteApi('/$locale')

export function HomePage() {
  const { m, locale } = useWords()
  const [{ news, wanted }] = shop.catalog.home.useSuspenseQuery()
  return (
    <div className="home">
      <title>{`Comptoir · ${m('home_title')}`}</title>
      <Found title={`Comptoir · ${m('home_title')}`} description={m('home_sentence')} picture={news[0]?.image?.path} />
      <section className="home-head">
        <h1>Comptoir</h1>
        <p className="home-sentence">{m('home_sentence')}</p>
        <p className="home-aside">
          {m('home_aside')}{' '}
          <Link to="/$locale/products" params={{ locale }}>
            {m('see_everything')}
          </Link>
        </p>
      </section>
      <section className="home-section" aria-labelledby="news">
        <header className="section-head">
          <h2 id="news">{m('home_news')}</h2>
          <Link to="/$locale/products" params={{ locale }} search={{ sort: 'newest' }}>
            {m('see_all_news')}
          </Link>
        </header>
        <ProductGrid items={news} row={3} eager={1} />
      </section>
      <Bands />
      <section className="home-section" aria-labelledby="popular">
        <header className="section-head">
          <h2 id="popular">{m('home_popular')}</h2>
          <Link to="/$locale/products" params={{ locale }}>
            {m('see_everything')}
          </Link>
        </header>
        <ProductGrid items={wanted} row={4} />
      </section>
    </div>
  )
}

function Bands() {
  const { m, locale } = useWords()
  const { items } = layout.useLoaderData()
  return (
    <section className="bands" aria-label={m('shelves')}>
      {items.map(({ slug, name, description, tint, image }, place) => (
        <Link key={slug} to="/$locale/products" params={{ locale }} search={{ category: slug }} className="band">
          <svg className="band-ground" color={tint} aria-hidden />
          <span className="band-words">
            <span className="band-number" aria-hidden>
              {place + 1}
            </span>
            <span className="band-name">{name}</span>
            <span className="band-line">{description}</span>
            <span className="band-go" aria-hidden>
              {m('open_shelf')} →
            </span>
          </span>
          <Picture path={image?.path} alt="" sizes="(min-width: 60rem) 24rem, 50vw" />
        </Link>
      ))}
    </section>
  )
}
