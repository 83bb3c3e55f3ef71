import { asRefused, errorsOf, typed } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Face as FacePicture } from '#app/ui/face.tsx'
import { FileField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import type { Face } from '../face.ts'
import { da, en } from '../face-messages.ts'

/** Photo, telephone and hours of one colleague, with how it looks to a family. Without `phone` the number is written elsewhere. */
export const FaceForms = ({ face, phone, actionData }: { face: Face; phone?: string; actionData: unknown }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  return (
    <>
      <Card title={m.preview}>
        <div className="face-row">
          <FacePicture name={face.name} photo={face.photo} size="large" />
          <div className="face-text">
            <p>
              <span className="face-name">{face.name}</span>
              {face.title && `, ${face.title.toLocaleLowerCase(locale)}`}
              <br />
              {face.unit}
            </p>
            <p>{face.phone ?? m.noPhone}</p>
            <p>
              <strong>{m.reach}:</strong> {face.hours || m.noHours}
              {face.outsideHours && (
                <>
                  <br />
                  <strong>{m.outsideLabel}:</strong> {face.outsideHours}
                </>
              )}
            </p>
          </div>
        </div>
      </Card>
      <Card title={m.photo}>
        <Form upload prefix="photo" errors={errorsOf(refused, locale, {}, 'photo')}>
          <FileField name="file" label={m.file} hint={m.fileHint} accept="image/png,image/jpeg" />
          <SubmitButton variant="secondary" name="do" value="photo">
            {m.upload}
          </SubmitButton>
        </Form>
        {face.photo && (
          <Form prefix="no-photo">
            <ConfirmButton variant="quiet" label={m.remove} question={m.removeQuestion} confirm={m.remove} name="do" value="no-photo" />
          </Form>
        )}
      </Card>
      <Card title={phone === undefined ? m.cardHours : m.card}>
        <Form prefix="card" errors={errorsOf(refused, locale, {}, 'card')}>
          {phone !== undefined && (
            <TextField name="phone" label={m.phone} type="tel" optional width="m" value={typed(refused, 'phone', phone, 'card')} />
          )}
          <TextField name="hours" label={m.hours} hint={m.hoursHint} optional value={typed(refused, 'hours', face.hours, 'card')} />
          <TextArea
            name="outsideHours"
            label={m.outside}
            hint={m.outsideHint}
            rows={2}
            optional
            value={typed(refused, 'outsideHours', face.outsideHours, 'card')}
          />
          <SubmitButton variant="secondary" name="do" value="card">
            {m.save}
          </SubmitButton>
        </Form>
      </Card>
    </>
  )
}
