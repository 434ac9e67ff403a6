/** In forms of two columns what a field means comes below it, so that fields of a row stand in line. */
export const fieldOrder = { inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'description' | 'error')[] };
