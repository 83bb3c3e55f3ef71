import { redirect } from 'react-router'

export const loader = () => redirect('/i-dag')
