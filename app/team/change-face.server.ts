import { type Context, Invalid } from '#app/platform/context.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { da, en } from './face-messages.ts'
import { removePhoto, setCard, setPhoto } from './set-face.server.ts'

/** One of the forms about a face, by its button: a photo, taking it away, or telephone and hours. */
export async function changeFace(ctx: Context, staffId: number, values: Values, form: FormData): Promise<void> {
  if (values['do'] === 'card') {
    await setCard(ctx, { ...values, staffId })
    return
  }
  if (values['do'] === 'no-photo') {
    await removePhoto(ctx, { staffId })
    return
  }
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new Invalid([{ field: 'file', message: { da: da.noPhoto, en: en.noPhoto } }])
  await setPhoto(ctx, { staffId, file: new Uint8Array(await file.arrayBuffer()) })
}
