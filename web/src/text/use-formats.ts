import { createContext, use } from 'react';
import { createFormats, type Formats } from './formats.ts';

export const FormatsContext = createContext<Formats>(createFormats([]));

export const useFormats = (): Formats => use(FormatsContext);
