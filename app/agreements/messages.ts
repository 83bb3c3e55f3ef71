export const da = {
  wrong: {
    otherOwner: 'Vælg en i familien eller en, der arbejder med den i dag',
    otherGoal: 'Målet findes ikke i familiens plan',
    otherMeeting: 'Mødet findes ikke hos familien',
    ownerCannotRead: 'Den, der har aftalen, kan ikke se den. Vælg andre, den handler om',
    heardMissing: 'Skriv, hvem barnet sagde det til',
    onlyOnBehalf: 'Skriv, hvordan og hvornår familien sagde det',
    notYet: 'Dagen er ikke kommet endnu',
    passed: 'Vælg en dag, der ikke er gået',
  },
}
