import Image from 'next/image'
import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { TableBox } from '#app/_ui/table-box.tsx'
import type { MediaEntry } from '#lib/authoring/store-media.ts'
import { sizeInWords } from './size-in-words.ts'

/** The pictures as pictures. Their names say what they are: what they show is said where they stand. */
export async function MediaGrid({ media }: { media: MediaEntry[] }) {
  const { t, format } = await readInterface()
  return (
    <ul className="media-grid">
      {media.map(entry => (
        <li key={entry.id}>
          <Link href={`/studio/media/${entry.id}`} className="media-card row-link">
            <Picture entry={entry} />
            <span className="media-name">{entry.fileName}</span>
          </Link>
          <span className="quiet">
            {entry.width} × {entry.height} · {sizeInWords(entry.bytes, t, format)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The pictures as a list. */
export async function MediaTable({ media }: { media: MediaEntry[] }) {
  const { t, format } = await readInterface()
  return (
    <TableBox label={t('catalogue.media.title')}>
      <table className="table table-stacked">
        <thead>
          <tr>
            <th scope="col">{t('catalogue.media.name')}</th>
            <th scope="col">{t('catalogue.media.kind')}</th>
            <th scope="col" className="number">
              {t('catalogue.media.dimensions')}
            </th>
            <th scope="col" className="number">
              {t('catalogue.media.size')}
            </th>
            <th scope="col" className="number">
              {t('catalogue.media.added')}
            </th>
          </tr>
        </thead>
        <tbody>
          {media.map(entry => (
            <tr key={entry.id}>
              <td className="wide">
                <Link href={`/studio/media/${entry.id}`} className="row-link">
                  {entry.fileName}
                </Link>
              </td>
              <td>{entry.extension.toUpperCase()}</td>
              <td className="number">
                {entry.width} × {entry.height}
              </td>
              <td className="number">{sizeInWords(entry.bytes, t, format)}</td>
              <td className="number">{format.dateTime(entry.createdAt, { dateStyle: 'medium' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

/** A stored picture, scaled by the browser: there is no optimiser between. */
function Picture({ entry }: { entry: MediaEntry }) {
  return (
    <span className="media-frame">
      <Image
        unoptimized
        src={`/media/${entry.id}.${entry.extension}`}
        alt=""
        loading="lazy"
        width={entry.width ?? 320}
        height={entry.height ?? 320}
      />
    </span>
  )
}
