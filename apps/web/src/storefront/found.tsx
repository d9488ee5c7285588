import { type Locale, locales } from '@comptoir/domain'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useWords } from '../words.tsx'

const route = getRouteApi('/$locale')

/** The origin of the shop, as it is said to the outside. */
export const useOrigin = (): string => route.useRouteContext().world.origin

interface Props {
  title: string
  description: string
  /** A picture of ours without its size, for whoever passes the page on. */
  picture?: string | undefined
  kind?: 'website' | 'product'
  /** The query that belongs to the page; what only narrows or orders it does not. */
  query?: string
  /** A list that was narrowed is for its reader only. */
  hidden?: boolean
}

/** What search engines and those who pass a page on are told of it. */
export function Found({ title, description, picture, kind = 'website', query = '', hidden = false }: Props) {
  const { locale } = useWords()
  const origin = useOrigin()
  const pathname = useRouterState({ select: ({ location }) => location.pathname })
  const rest = pathname.replace(/^\/(?:fr|en)(?=\/|$)/, '').replace(/\/$/, '')
  const at = (language: Locale) => `${origin}/${language}${rest}${query}`
  return (
    <>
      <meta name="description" content={description} />
      {hidden ? (
        <meta name="robots" content="noindex, follow" />
      ) : (
        <>
          <link rel="canonical" href={at(locale)} />
          {locales.map((language) => (
            <link key={language} rel="alternate" hrefLang={language} href={at(language)} />
          ))}
          <link rel="alternate" hrefLang="x-default" href={at('fr')} />
        </>
      )}
      <meta property="og:site_name" content="Comptoir" />
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={at(locale)} />
      <meta property="og:locale" content={locale === 'fr' ? 'fr_FR' : 'en_GB'} />
      {picture && <meta property="og:image" content={`${origin}${picture}-960.webp`} />}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
    </>
  )
}

/** Facts for machines (schema.org). A `<` cannot end the element. */
export const Facts = ({ of }: { of: Record<string, unknown> }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{
      __html: JSON.stringify({ '@context': 'https://schema.org', ...of }).replaceAll('<', String.raw`\u003c`),
    }}
  />
)
