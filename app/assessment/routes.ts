import { relative, type RouteConfigEntry } from '@react-router/dev/routes'

const { route } = relative(import.meta.dirname)

/** "Jeres situation i dag" below the head of a family, and how the project works. */
export const assessmentRoutes: RouteConfigEntry[] = [
  route('familier/:caseId/situation', 'routes/situation.tsx'),
  route('familier/:caseId/situation/skriv', 'routes/write.tsx'),
  route('familier/:caseId/situation/note/:noteId', 'routes/note.tsx'),
  route('familier/:caseId/situation/tema/:framework', 'routes/view.tsx'),
  route('familier/:caseId/situation/huse/:personId', 'routes/houses.tsx'),
  route('familier/:caseId/situation/huse/:personId/papir', 'routes/houses-paper.tsx'),
  route('familier/:caseId/situation/tal/:personId', 'routes/scale.tsx'),
  route('familier/:caseId/situation/metoder', 'routes/family-methods.tsx'),
  route('familier/:caseId/situation/udredning', 'routes/forms.tsx'),
  route('familier/:caseId/situation/udredning/:formId', 'routes/form.tsx'),
  route('familier/:caseId/situation/baggrund', 'routes/background.tsx'),
  route('familier/:caseId/situation/forberedelse', 'routes/prepare.tsx'),
  route('metoder', 'routes/methods.tsx'),
]
