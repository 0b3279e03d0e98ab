import { createContext, use } from 'react';
import { createFormats, type Formats } from '../view-model/formats.ts';

export const FormatsContext = createContext<Formats>(createFormats([]));

/** How this person writes numbers and dates. */
export const useFormats = (): Formats => use(FormatsContext);
