/** A delivery as a download; its checksum is in the head, so that a script can hold it against the file. */
export const zipResponse = (d: { file: Buffer; month: string; sha256: string }): Response =>
  new Response(new Uint8Array(d.file), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="helhed-udtraek-${d.month.slice(0, 7)}.zip"`,
      'cache-control': 'no-store',
      'x-checksum-sha256': d.sha256,
    },
  })
