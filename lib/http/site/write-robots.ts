/** robots.txt: everything that is published may be read; what needs a sign-in leads nowhere. */
export function writeRobots(publicUrl: string): string {
  const closed = ['/api/', '/studio', '/operator', '/sign-in']
  return `User-agent: *\n${closed.map(path => `Disallow: ${path}\n`).join('')}\nSitemap: ${publicUrl}/sitemap.xml\n`
}
